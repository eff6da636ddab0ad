// A small writer of DOCX: as much of WordprocessingML (ECMA-376) as résumés are made of.

import { strToU8, zipSync } from "fflate";

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml"';
const TYPE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const escape = (text) => String(text).replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");

/** @param {{rtl?: boolean, language?: string}} options */
export function writer({ rtl = false } = {}) {
  const links = [];
  /** A run; a tab in the text becomes a tab stop. Bold, italic and size stand twice, as Arabic and Hebrew go by the second. */
  const run = (text, { bold, italic, size, caps, color } = {}) => {
    const props = [
      bold && "<w:b/><w:bCs/>",
      italic && "<w:i/><w:iCs/>",
      caps && "<w:caps/>",
      color && `<w:color w:val="${color}"/>`,
      size && `<w:sz w:val="${size * 2}"/><w:szCs w:val="${size * 2}"/>`,
      rtl && "<w:rtl/>",
    ].filter(Boolean);
    const pieces = String(text).split("\t").map((piece) => (piece ? `<w:t xml:space="preserve">${escape(piece)}</w:t>` : ""));
    return `<w:r>${props.length ? `<w:rPr>${props.join("")}</w:rPr>` : ""}${pieces.join("<w:tab/>")}</w:r>`;
  };
  const link = (address, text) => {
    links.push(address);
    return `<w:hyperlink r:id="link${links.length}">${run(text, { color: "0563C1" })}</w:hyperlink>`;
  };
  const runs = (content, style) => [content].flat().filter(Boolean).map((one) => (String(one).startsWith("<w:") ? one : run(one, style))).join("");
  /** A paragraph of text and runs. `tab`: a right-aligned stop at the margin; `bullet`: an item of a list, by a number one
   * of its inner lists; `rule`: a line below; `hang`: all but what stands before a tab begins at this width; `stop`: a
   * right-aligned stop there. */
  const p = (content, { style, bullet, tab, hang, stop, align, before, rule, ...format } = {}) => {
    const props = [
      style && `<w:pStyle w:val="${style}"/>`,
      bullet && `<w:numPr><w:ilvl w:val="${Number(bullet) - 1}"/><w:numId w:val="1"/></w:numPr>`,
      rule && '<w:pBdr><w:bottom w:val="single" w:sz="6" w:space="1"/></w:pBdr>',
      tab && '<w:tabs><w:tab w:val="right" w:pos="9600"/></w:tabs>',
      hang && `<w:tabs><w:tab w:val="left" w:pos="${hang}"/></w:tabs>`,
      stop && `<w:tabs><w:tab w:val="right" w:pos="${stop}"/></w:tabs>`,
      rtl && "<w:bidi/>",
      before && `<w:spacing w:before="${before * 20}"/>`,
      hang && `<w:ind w:left="${hang}" w:hanging="${hang}"/>`,
      align && `<w:jc w:val="${align}"/>`,
    ].filter(Boolean);
    return `<w:p>${props.length ? `<w:pPr>${props.join("")}</w:pPr>` : ""}${runs(content, format)}</w:p>`;
  };
  /** A table of cells; a cell is the paragraphs and tables in it. A row of one cell goes over all columns; `fills` are the
   * columns' colours. */
  const table = (widths, rows, { border, fills = [] } = {}) => {
    const line = border ? 'w:val="single" w:sz="4"' : 'w:val="nil"';
    const borders = ["top", "left", "bottom", "right", "insideH", "insideV"].map((side) => `<w:${side} ${line}/>`).join("");
    const whole = widths.reduce((sum, width) => sum + width, 0);
    const shade = (at) => (fills[at] ? `<w:shd w:val="clear" w:color="auto" w:fill="${fills[at]}"/>` : "");
    const cell = (body, at, { length }) => `<w:tc><w:tcPr><w:tcW w:w="${length === 1 ? whole : widths[at]}" w:type="dxa"/>${length === 1 && widths.length > 1 ? `<w:gridSpan w:val="${widths.length}"/>` : shade(at)}</w:tcPr>${[body].flat().filter(Boolean).join("") || p("")}</w:tc>`;
    const grid = widths.map((width) => `<w:gridCol w:w="${width}"/>`).join("");
    return `<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/>${rtl ? "<w:bidiVisual/>" : ""}<w:tblBorders>${borders}</w:tblBorders></w:tblPr><w:tblGrid>${grid}</w:tblGrid>${rows.map((row) => `<w:tr>${row.map(cell).join("")}</w:tr>`).join("")}</w:tbl>${p("")}`;
  };
  /** A text box beside the text, as Word writes it: once for today's Word and once more for older ones. */
  const box = (paragraphs) => {
    const content = `<w:txbxContent>${paragraphs.join("")}</w:txbxContent>`;
    const shape = `<wp:anchor distT="0" distB="0" distL="114300" distR="114300" simplePos="0" relativeHeight="2" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="page"><wp:posOffset>400000</wp:posOffset></wp:positionH><wp:positionV relativeFrom="page"><wp:posOffset>900000</wp:posOffset></wp:positionV><wp:extent cx="2000000" cy="8000000"/><wp:wrapSquare wrapText="bothSides"/><wp:docPr id="1" name="Box"/><a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr/><wps:txbx>${content}</wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:anchor>`;
    const old = `<w:pict><v:shape style="position:absolute;width:160pt;height:640pt"><v:textbox>${content}</v:textbox></v:shape></w:pict>`;
    return `<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>${shape}</w:drawing></mc:Choice><mc:Fallback>${old}</mc:Fallback></mc:AlternateContent></w:r></w:p>`;
  };

  /** A content control of Word's templates around paragraphs or runs. */
  const control = (name, content) => `<w:sdt><w:sdtPr><w:alias w:val="${escape(name)}"/><w:tag w:val="${escape(name)}"/></w:sdtPr><w:sdtContent>${[content].flat(4).filter(Boolean).map((one) => (one.startsWith("<w:") ? one : run(one))).join("")}</w:sdtContent></w:sdt>`;
  const sheet = (columns) => `<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1100" w:right="1100" w:bottom="1100" w:left="1100" w:header="600" w:footer="600" w:gutter="0"/><w:cols w:num="${columns}" w:space="500"/>${rtl ? "<w:bidi/>" : ""}`;
  /** Ends a section of one column; what follows goes on on the same page. */
  const sectionEnd = () => `<w:p><w:pPr><w:sectPr>${sheet(1)}</w:sectPr></w:pPr></w:p>`;

  /** The file's bytes and its markup, in which what was printed is looked up. */
  const file = (body, { header, footer, title, columns = 1 } = {}) => {
    const hyperlinks = links.map((address, at) => `<Relationship Id="link${at + 1}" Type="${TYPE}/hyperlink" Target="${escape(address)}" TargetMode="External"/>`);
    const relations = [...hyperlinks];
    if (header) relations.push(`<Relationship Id="head" Type="${TYPE}/header" Target="header1.xml"/>`);
    if (footer) relations.push(`<Relationship Id="foot" Type="${TYPE}/footer" Target="footer1.xml"/>`);
    relations.push(`<Relationship Id="styles" Type="${TYPE}/styles" Target="styles.xml"/>`, `<Relationship Id="numbers" Type="${TYPE}/numbering" Target="numbering.xml"/>`);
    const section = `<w:sectPr>${header ? '<w:headerReference w:type="default" r:id="head"/>' : ""}${footer ? '<w:footerReference w:type="default" r:id="foot"/>' : ""}${columns > 1 ? '<w:type w:val="continuous"/>' : ""}${sheet(columns)}</w:sectPr>`;
    const document = `${XML}<w:document ${W}><w:body>${body.flat(4).filter(Boolean).join("")}${section}</w:body></w:document>`;
    const head = header && `${XML}<w:hdr ${W}>${header.join("")}</w:hdr>`;
    const foot = footer && `${XML}<w:ftr ${W}>${footer.join("")}</w:ftr>`;
    const rels = (inner) => `${XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inner}</Relationships>`;
    const content = (part, type) => `<Override PartName="/word/${part}.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.${type}+xml"/>`;
    const files = {
      "[Content_Types].xml": `${XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${content("document", "document.main")}${content("styles", "styles")}${content("numbering", "numbering")}${head ? content("header1", "header") : ""}${foot ? content("footer1", "footer") : ""}<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>`,
      "_rels/.rels": rels(`<Relationship Id="doc" Type="${TYPE}/officeDocument" Target="word/document.xml"/><Relationship Id="core" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/>`),
      "docProps/core.xml": `${XML}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${escape(title ?? "")}</dc:title></cp:coreProperties>`,
      "word/document.xml": document,
      "word/_rels/document.xml.rels": rels(relations.join("")),
      "word/styles.xml": STYLES,
      "word/numbering.xml": NUMBERING,
      // The links of heads and feet are their own relations.
      ...(foot ? { "word/footer1.xml": foot, "word/_rels/footer1.xml.rels": rels(hyperlinks.join("")) } : {}),
      ...(head ? { "word/header1.xml": head, "word/_rels/header1.xml.rels": rels(hyperlinks.join("")) } : {}),
    };
    const when = new Date(2026, 5, 1);
    const bytes = zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, [strToU8(text), { mtime: when }]])));
    return { bytes, markup: [document.replace(/<mc:Fallback>[\s\S]*?<\/mc:Fallback>/g, ""), head ?? "", foot ?? "", files["word/_rels/document.xml.rels"]].join("\n").replace(/<\/w:(p|tc)>/g, " ") };
  };
  return { run, link, p, table, box, control, sectionEnd, file };
}

const style = (id, name, props) => `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="Normal"/>${props}</w:style>`;
const STYLES = `${XML}<w:styles ${W}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Calibri" w:hAnsi="Calibri"/><w:sz w:val="21"/><w:szCs w:val="21"/></w:rPr></w:rPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>${style("Title", "Title", '<w:rPr><w:sz w:val="48"/><w:szCs w:val="48"/></w:rPr>')}${style("Subtitle", "Subtitle", '<w:rPr><w:sz w:val="26"/><w:szCs w:val="26"/></w:rPr>')}${style("Heading1", "heading 1", '<w:pPr><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/><w:bCs/><w:sz w:val="28"/><w:szCs w:val="28"/></w:rPr>')}${style("Heading2", "heading 2", '<w:pPr><w:outlineLvl w:val="1"/></w:pPr><w:rPr><w:b/><w:bCs/><w:sz w:val="24"/><w:szCs w:val="24"/></w:rPr>')}</w:styles>`;
const bulletLevel = (at, sign) => `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="${sign}"/><w:pPr><w:ind w:left="${260 + at * 400}" w:hanging="260"/></w:pPr></w:lvl>`;
const NUMBERING = `${XML}<w:numbering ${W}><w:abstractNum w:abstractNumId="0">${bulletLevel(0, "•")}${bulletLevel(1, "–")}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`;
