"""Prints linkedin-*.pdf: résumés of invented people as LinkedIn's "Save to PDF" lays them out.

A dark column at the left of the first page holds contact, skills, languages and certificates; the roles stand beside it
and go on over the following pages, on which the column stays empty. Needs Chromium: `python3 make-linkedin-pdf.py`.
"""

import html
import json
import pathlib
import subprocess
import tempfile

HERE = pathlib.Path(__file__).parent

STYLE = """
@page { size: 612pt 792pt; margin: 0 }
* { margin: 0; padding: 0; box-sizing: border-box }
body { font: 12pt/1.25 "DejaVu Sans", sans-serif; color: #181818; width: 612pt }
.page { position: relative; height: 792pt; width: 612pt; page-break-after: always; overflow: hidden }
.page:last-child { page-break-after: auto }
.side { position: absolute; left: 0; top: 0; width: 200pt; height: 792pt; background: #293e49; color: #e1e5e8;
  padding: 32pt 14pt 0 20pt; font-size: 10.5pt }
.side h2 { font-size: 13pt; font-weight: 400; color: #fff; margin: 18pt 0 6pt }
.side h2:first-child { margin-top: 0 }
.side p { margin-bottom: 3pt; overflow-wrap: anywhere }
.side a { color: #fff; text-decoration: none }
.main { position: absolute; left: 224pt; top: 32pt; width: 364pt }
h1 { font-size: 26pt; font-weight: 400; line-height: 1.2 }
.headline { font-size: 12pt; margin-top: 2pt }
.place { font-size: 12pt; color: #6b7680; margin-bottom: 20pt }
h2.part { font-size: 15.75pt; font-weight: 400; margin: 20pt 0 8pt }
.org { font-size: 12pt; margin-top: 10pt }
.total { font-size: 10.5pt; color: #181818 }
.title { font-size: 11.5pt; margin-top: 3pt }
.dates, .where { font-size: 10.5pt; color: #6b7680 }
.text { font-size: 10.5pt; margin-top: 5pt }
.footer { position: absolute; left: 224pt; width: 364pt; bottom: 20pt; text-align: center; font-size: 9pt; color: #6b7680 }
"""


def line(kind, text):
    return f'<p class="{kind}">{html.escape(text)}</p>'


def side(person, words):
    out = [f"<h2>{words['contact']}</h2>"]
    out += [f"<p>{html.escape(text)}</p>" for text in person["contact"]]
    out.append(f'<p><a href="https://{person["profile"]}">{html.escape(person["profile"])}</a> (LinkedIn)</p>')
    for part in ("skills", "languages", "certificates"):
        out.append(f"<h2>{words[part]}</h2>")
        out += [f"<p>{html.escape(text)}</p>" for text in person[part]]
    return '<div class="side">' + "".join(out) + "</div>"


def role(entry):
    out = [line("org", entry["employer"])]
    if "total" in entry:
        out.append(line("total", entry["total"]))
    for held in entry["titles"]:
        out.append(line("title", held["title"]))
        out.append(line("dates", held["dates"]))
        if "place" in held:
            out.append(line("where", held["place"]))
        out += [line("text", text) for text in held.get("text", [])]
    return "".join(out)


def study(entry):
    return line("org", entry["school"]) + line("text", f"{entry['degree']} · ({entry['dates']})")


def page(body, number, count, words, column=""):
    footer = words["page"].format(number, count)
    return f'<div class="page">{column}<div class="main">{body}</div><p class="footer">{footer}</p></div>'


def document(person):
    words = person["words"]
    first = f"<h1>{html.escape(person['name'])}</h1>" + line("headline", person["headline"]) + line("place", person["place"])
    first += f'<h2 class="part">{words["summary"]}</h2>' + line("text", person["summary"])
    pages = [[], [], []]
    for entry in person["roles"]:
        pages[entry["page"] - 1].append(role(entry))
    first += f'<h2 class="part">{words["experience"]}</h2>' + "".join(pages[0])
    last = "".join(pages[2]) + f'<h2 class="part">{words["education"]}</h2>' + "".join(map(study, person["studies"]))
    column = side(person, words)
    empty = '<div class="side"></div>'
    sheets = [page(first, 1, 3, words, column), page("".join(pages[1]), 2, 3, words, empty), page(last, 3, 3, words, empty)]
    title = html.escape(person["name"])
    return f'<!DOCTYPE html><meta charset="utf-8"><title>{title}</title><style>{STYLE}</style>' + "".join(sheets)


def main():
    people = json.loads((HERE / "linkedin-pdf.json").read_text("utf-8"))
    for person in people:
        with tempfile.TemporaryDirectory() as folder:
            source = pathlib.Path(folder) / "profile.html"
            source.write_text(document(person), "utf-8")
            target = HERE / person["file"]
            subprocess.run(
                ["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer",
                 f"--print-to-pdf={target}", source.as_uri()],
                check=True, timeout=120, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            )


if __name__ == "__main__":
    main()
