//! From the Rust crates to the two WASM modules with their JavaScript and types, where the extension imports them.

use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::panic::resume_unwind;
use std::path::{Path, PathBuf};
use std::thread;

use anyhow::{Context, Result};
use wasm_bindgen_cli_support::Bindgen;

use crate::paths;
use crate::root::{generated_engine, target_dir};
use crate::run::Command;
use crate::tools::{WASM, ensure_node, ensure_wasm_target};

/// One WASM module: the crate it is compiled from and the name of its files.
struct Module {
    package: &'static str,
    name: &'static str,
}

/// The crates of the two modules: the main one, and the one that is loaded when the first file comes.
pub(crate) const PACKAGES: [&str; 2] = ["loupe-wasm", "loupe-wasm-documents"];

const MODULES: [Module; 2] =
    [Module { package: PACKAGES[0], name: "loupe" }, Module { package: PACKAGES[1], name: "documents" }];

/// What rustc's WASM code uses; every browser that the manifest admits has them all.
const FEATURES: [&str; 7] = [
    "--enable-bulk-memory",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
    "--enable-simd",
];

/// Builds both modules. `debug` is quick to build, large, and keeps the names of functions.
pub(crate) fn build(root: &Path, debug: bool) -> Result<()> {
    ensure_wasm_target(root)?;
    ensure_node(root)?;
    let profile = if debug { "dev" } else { "wasm" };
    let mut cargo = Command::cargo(root).args(["build", "--target", WASM, "--profile", profile]);
    for module in &MODULES {
        cargo = cargo.args(["--package", module.package]);
    }
    if !debug {
        cargo = cargo.args(paths::options(root, WASM)?);
    }
    cargo.run()?;

    let target = target_dir(root)?;
    let compiled = target.join(WASM).join(if debug { "debug" } else { profile });
    let bind = |module: &Module| {
        let input = compiled.join(module.package.replace('-', "_")).with_extension("wasm");
        bind(root, module, &input, &target.join("xtask").join(module.name), debug)
            .with_context(|| format!("cannot make the module \"{}\"", module.name))
    };
    // Together, because the optimiser works on one core and longer than all the rest.
    thread::scope(|scope| {
        let threads: Vec<_> = MODULES.iter().map(|module| scope.spawn(|| bind(module))).collect();
        threads.into_iter().try_for_each(|thread| thread.join().unwrap_or_else(|panic| resume_unwind(panic)))
    })
}

/// Builds a package's example as the modules are built, but for what binds them to the extension; its file.
pub(crate) fn example(root: &Path, package: &str, name: &str) -> Result<PathBuf> {
    ensure_wasm_target(root)?;
    ensure_node(root)?;
    let cargo = Command::cargo(root).args(["build", "--target", WASM, "--profile", "wasm"]);
    cargo.args(["--package", package, "--example", name]).run()?;
    Ok(target_dir(root)?.join(WASM).join("wasm/examples").join(name).with_extension("wasm"))
}

/// Makes the files of one module in `work`, then puts them where the extension imports them, stamp last.
fn bind(root: &Path, module: &Module, input: &Path, work: &Path, debug: bool) -> Result<()> {
    let output = generated_engine(root);
    let stamp = output.join(format!(".{}.stamp", module.name));
    let wanted = fingerprint(root, input, debug)?;
    let files = module.files();
    let there = files.iter().all(|file| output.join(file).is_file());
    if there && fs::read_to_string(&stamp).is_ok_and(|found| found == wanted) {
        return Ok(());
    }

    if work.exists() {
        fs::remove_dir_all(work)?;
    }
    fs::create_dir_all(work)?;
    Bindgen::new()
        .input_path(input)
        .out_name(module.name)
        .web(true)?
        .typescript(true)
        // Whoever starts the module says where its bytes are: the extension, the page and the tests each know another way.
        .omit_default_module_path(true)
        .keep_debug(debug)
        .debug(debug)
        .generate(work)?;
    if !debug {
        optimise(root, &work.join(format!("{}_bg.wasm", module.name)))?;
    }

    fs::create_dir_all(&output)?;
    if stamp.exists() {
        fs::remove_file(&stamp)?;
    }
    for file in &files {
        fs::copy(work.join(file), output.join(file)).with_context(|| format!("wasm-bindgen made no {file}"))?;
    }
    fs::write(&stamp, wanted)?;
    Ok(())
}

/// A function with one caller stays a function unless it is small. Else all of sketching ends in the one body of what awaits
/// the picture, which V8 compiles worse: a photo took a quarter longer. The module is 5 % smaller too, after gzip.
const ONE_CALLER: &str = "--one-caller-inline-max-function-size=60";

/// Runs Binaryen's optimiser, in place. For speed: its passes for size alone save 0.2 % after gzip, and a page then takes a
/// tenth longer to read.
fn optimise(root: &Path, wasm: &Path) -> Result<()> {
    // Through node, not the link in .bin: that is a script of another kind on Windows.
    Command::new("node", root)
        .args(["node_modules/binaryen/bin/wasm-opt", "-O3", ONE_CALLER, "--strip-debug", "--strip-producers"])
        .args(FEATURES)
        .args([wasm.as_os_str(), "-o".as_ref(), wasm.as_os_str()])
        .run()
}

impl Module {
    /// The files that wasm-bindgen makes for it.
    fn files(&self) -> [String; 4] {
        [".js", ".d.ts", "_bg.wasm", "_bg.wasm.d.ts"].map(|end| format!("{}{end}", self.name))
    }
}

/// Says from what a module was made: the compiled bytes, the optimiser, and this very file. What wasm-bindgen makes
/// follows from the compiled bytes: they carry its version.
fn fingerprint(root: &Path, input: &Path, debug: bool) -> Result<String> {
    let bytes = fs::read(input).with_context(|| format!("cargo made no {}", input.display()))?;
    let optimiser = fs::read(root.join("node_modules/binaryen/package.json")).context("binaryen is not installed")?;
    let mut hasher = DefaultHasher::new();
    (bytes, optimiser, debug, include_str!("engine.rs")).hash(&mut hasher);
    Ok(format!("{:016x}", hasher.finish()))
}
