//! Other tools on the same texts: MinHash of datasketch and of rensa, by a script of Python.

use std::io::{self, Write};
use std::path::Path;
use std::process::{Command, Stdio};

use crate::{Member, Peer};

/// What they link; nobody where Python lacks their packages.
pub(crate) fn measure(members: &[Member]) -> io::Result<Vec<Peer>> {
    let python = std::env::var_os("LOUPE_PYTHON").unwrap_or_else(|| "python3".into());
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("peers.py");
    let mut child =
        Command::new(python).arg(script).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null()).spawn()?;
    if let Some(mut input) = child.stdin.take() {
        for member in members {
            // A script that lacks its packages has ended already; what it gives, nothing, is read below.
            if writeln!(input, "{}", serde_json::to_string(&member.passages.join("\n"))?).is_err() {
                break;
            }
        }
    }
    let output = child.wait_with_output()?;
    if !output.status.success() {
        return Ok(Vec::new());
    }
    let found: Vec<(String, Vec<[usize; 2]>)> = serde_json::from_slice(&output.stdout)?;
    Ok(found.into_iter().map(|(name, links)| Peer { name, links }).collect())
}
