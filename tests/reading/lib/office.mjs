// LibreOffice's renderings of our DOCX: the PDF that people really send, ODT and RTF. Where LibreOffice is not
// installed they are left out.

import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Converts every DOCX of a folder, unless none has changed since. */
export function convert(folder) {
  const files = readdirSync(folder).filter((name) => name.endsWith(".docx")).sort().map((name) => join(folder, name));
  const hash = createHash("sha256");
  for (const file of files) hash.update(readFileSync(file));
  const [digest, note] = [hash.digest("hex"), join(folder, "office.sha256")];
  if (existsSync(note) && readFileSync(note, "utf8") === digest) return;
  const profile = mkdtempSync(join(tmpdir(), "reading-office-"));
  try {
    for (const format of ["pdf", "odt", "rtf"]) {
      const args = [`-env:UserInstallation=file://${profile}`, "--headless", "--convert-to", format, "--outdir", folder, ...files];
      execFileSync("soffice", args, { stdio: "ignore", timeout: 300_000 });
    }
    writeFileSync(note, digest);
  } catch (error) {
    if (error.code !== "ENOENT") throw error;
    process.stdout.write("no LibreOffice: no PDF, ODT and RTF of the DOCX layouts\n");
  } finally {
    rmSync(profile, { recursive: true, force: true });
  }
}
