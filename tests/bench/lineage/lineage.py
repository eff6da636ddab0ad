"""How surely files made from one document are told: `python3 lineage.py LOUPE FOLDER`, with the command-line tool and a
folder for the files, which are made unless it is there. Needs LibreOffice (`apt install libreoffice-writer-nogui`).

Eight operators write one master each, in a file as Word writes it, and edit it into five résumés under five names: every
sentence is other, so nothing but the file's own marks tells. Each is kept as Word saves it, or saved again by LibreOffice
as DOCX or ODT, or converted to PDF. Beside them unrelated people begin with one of two public templates: with the first
as Word makes a new document of it (new ids, the template's sessions), the second as a file that they fill in (its ids,
its author, its day). Everybody is invented; the same files come of the same seed, but for LibreOffice's own ids.
"""

import json
import random
import shutil
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

GIVEN = "Maren Rune Ilka Tobin Sunniva Corin Dagny Ansel Petra Jorik Livia Osric Tamsin Edda Bram Nerys".split()
FAMILY = "Holtby Astell Brandvold Garrick Pell Wexley Orrest Brook Quill Tarn Sedley Vance Marlow Addis Kestrel Thorne".split()
FIRMS = "Pennine Post,Harbour Works,Osgood Instruments,Quay Labs,Tern Freight,Fallow & Reed,Northlight Mills,Severn Data".split(",")
VERBS = "Built Measured Moved Wrote Planned Repaired Taught Drew Counted Opened Sorted Weighed".split()
THINGS = "tide tables,crane drives,payroll runs,test benches,parcel routes,milk rounds,survey maps,ferry gates,kiln logs,bell frames,seed stores,lamp posts".split(",")
PLACES = "for the harbour office,in two winters,with a crew of nine,on the north quay,after the flood,before the audit,by hand at first,from old drawings".split(",")

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
TYPES = """<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/word/settings.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.settings+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>"""
RELS = """<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>"""
PARTS = """<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/settings" Target="settings.xml"/></Relationships>"""


class File:
    """What a file keeps of its past."""

    def __init__(self, luck, author, sessions):
        self.sessions = [f"00{luck.randrange(1 << 24):06X}" for _ in range(sessions)]
        self.id = "{%08X-%04X-%04X-%04X-%012X}" % tuple(luck.randrange(1 << bits) for bits in (32, 16, 16, 16, 48))
        self.created = f"20{luck.randrange(15, 26)}-{luck.randrange(1, 13):02}-{luck.randrange(1, 29):02}T{luck.randrange(8, 20):02}:{luck.randrange(60):02}:00Z"
        self.author = author

    def edited(self, luck, sessions):
        """The same file after more sessions."""
        copy = File(luck, self.author, sessions)
        copy.sessions = self.sessions + copy.sessions
        copy.id, copy.created = self.id, self.created
        return copy


def lines(luck, name):
    yield name
    yield f"{name.lower().replace(' ', '.')}@example.org | +44 117 496 {luck.randrange(10000):04}"
    yield "Experience"
    year = luck.randrange(2005, 2012)
    for firm in luck.sample(FIRMS, 3):
        yield f"{luck.choice(['Engineer', 'Planner', 'Foreman', 'Analyst'])}, {firm}, {year} - {year + 3}"
        year += 3
        for _ in range(3):
            yield f"{luck.choice(VERBS)} {luck.choice(THINGS)} and {luck.choice(THINGS)} {luck.choice(PLACES)}, {luck.randrange(20, 999)} in all."


def write(path, luck, file, name, saved_by):
    """As Word lays it out: the sessions in the settings and on the paragraphs they left."""
    paragraphs = "".join(
        f'<w:p w:rsidR="{luck.choice(file.sessions)}"><w:r><w:t xml:space="preserve">{line.replace("&", "&amp;")}</w:t></w:r></w:p>'
        for line in lines(luck, name)
    )
    rsids = "".join(f'<w:rsid w:val="{session}"/>' for session in file.sessions)
    core = f'<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:creator>{file.author}</dc:creator><cp:lastModifiedBy>{saved_by}</cp:lastModifiedBy><dcterms:created xsi:type="dcterms:W3CDTF">{file.created}</dcterms:created></cp:coreProperties>'
    settings = f'<w:settings xmlns:w="{WORD}" xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"><w:rsids><w:rsidRoot w:val="{file.sessions[0]}"/>{rsids}</w:rsids><w15:docId w15:val="{file.id}"/></w:settings>'
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", TYPES)
        package.writestr("_rels/.rels", RELS)
        package.writestr("word/_rels/document.xml.rels", PARTS)
        package.writestr("word/document.xml", f'<w:document xmlns:w="{WORD}"><w:body>{paragraphs}</w:body></w:document>')
        package.writestr("word/settings.xml", settings)
        package.writestr("docProps/core.xml", core)


def convert(path, format, folder):
    command = ["soffice", "--headless", "--convert-to", format, "--outdir", str(folder), str(path)]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def make(folder):
    luck = random.Random(15)
    names = [f"{given} {family}" for given in GIVEN for family in FAMILY]
    luck.shuffle(names)
    people = iter(names)
    word, tree = folder / "word", {}
    for part in ["word", "libreoffice", "odt", "pdf", "begun", "filled"]:
        (folder / part).mkdir(parents=True)
    for operator in range(8):
        hand = luck.choice(["user", "hp", next(people)])
        master = File(luck, hand, luck.randrange(20, 60))
        for _ in range(5):
            name = next(people)
            path = word / f"{operator}-{name.replace(' ', '-').lower()}.docx"
            write(path, luck, master.edited(luck, luck.randrange(1, 8)), name, hand)
    for path in sorted(word.iterdir()):
        for part, format in [("libreoffice", "docx"), ("odt", "odt"), ("pdf", "pdf")]:
            convert(path, format, folder / part)
    for part, sessions in [("begun", 14), ("filled", 40)]:
        template = File(luck, "Fallow Templates", sessions)
        for number in range(12):
            name = next(people)
            own = template.edited(luck, luck.randrange(3, 30))
            if part == "begun":
                fresh = File(luck, name, 1)
                own.id, own.created, own.author = fresh.id, fresh.created, name
            write(folder / part / f"{number}-{name.replace(' ', '-').lower()}.docx", luck, own, name, name)


def links(loupe, paths):
    """The strengths of what `file/shared-lineage` says of these files, by the pair."""
    with tempfile.TemporaryDirectory() as folder:
        for path in paths:
            shutil.copy(path, folder)
        found = subprocess.run([loupe, "--format", "json", "sweep", folder], check=True, capture_output=True).stdout
    told = {}
    for link in json.loads(found)["links"]:
        if link["evidence"]["check"] == "file/shared-lineage":
            told[frozenset([link["a"], link["b"]])] = link["strength"]
    return told


def row(what, told, pairs, of):
    strengths = [sum(told[pair] == strength for pair in pairs if pair in told) for strength in ("strong", "medium", "weak")]
    print(f"{what:44} {of:6} pairs: strong {strengths[0]}, medium {strengths[1]}, weak {strengths[2]}")


def measure(loupe, folder):
    for part in ["word", "libreoffice", "odt", "pdf"]:
        told = links(loupe, (folder / part).iterdir())
        same = [pair for pair in told if len({name[0] for name in pair}) == 1]
        row(f"one master, {part}", told, same, 8 * 10)
        row("  of other masters", told, set(told) - set(same), 40 * 39 // 2 - 80)
    for part in ["begun", "filled"]:
        files = sorted((folder / part).iterdir())
        for seen in (2, 6, 12):
            told = links(loupe, files[:seen])
            row(f"one template, {part}, {seen} people seen", told, told, seen * (seen - 1) // 2)


loupe, folder = sys.argv[1], Path(sys.argv[2])
if not folder.is_dir():
    make(folder)
measure(loupe, folder)
