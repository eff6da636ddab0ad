//! A check's page: the documentation that users read, cut into its sections.
//!
//! The pages are ours and their form is tested, so this reads just that form of Markdown, line by line: a `#` title,
//! `##` sections, paragraphs, `- ` lists, and under "Examples" fenced blocks.

/// The sections of a check's page, each as plain text with paragraphs on lines of their own.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Page {
    /// What the finding is called.
    pub title: String,
    /// What the check looks at, in a sentence or two.
    pub summary: String,
    /// Why it is worth asking about.
    pub why: String,
    /// How it comes about innocently, one explanation each.
    pub innocent: Vec<String>,
    /// The question to ask, without its quotation marks; may hold `{arguments}` of the finding.
    pub ask: String,
    /// What the check cannot see.
    pub limits: String,
    /// How often it is wrong, and how that was measured.
    pub how_often_wrong: String,
    /// Sections that no page should have, by their headings.
    pub unknown: Vec<String>,
    /// Profiles and the findings expected of them.
    pub examples: Vec<Example>,
}

/// One example of a page.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Example {
    /// The sentence above it.
    pub title: String,
    /// Its blocks in order: what the fence says it is, and its text.
    pub blocks: Vec<(String, String)>,
}

impl Page {
    /// Cuts a page into its sections. A section that is not there is left empty.
    pub fn parse(text: &str) -> Self {
        let mut page = Self::default();
        let mut section = String::new();
        let mut lines = text.lines();
        let mut paragraphs = Paragraphs::default();
        while let Some(line) = lines.next() {
            if let Some(title) = line.strip_prefix("# ") {
                title.trim().clone_into(&mut page.title);
            } else if let Some(heading) = line.strip_prefix("## ") {
                page.close(&section, &std::mem::take(&mut paragraphs));
                heading.trim().clone_into(&mut section);
            } else if let Some(kind) = line.strip_prefix("```") {
                let block: Vec<&str> = lines.by_ref().take_while(|l| l.trim_end() != "```").collect();
                page.example(&paragraphs).blocks.push((kind.trim().to_owned(), block.join("\n")));
                paragraphs = Paragraphs::default();
            } else {
                paragraphs.push(line);
            }
        }
        page.close(&section, &paragraphs);
        page
    }

    /// The example that a block belongs to: a new one when a sentence stands above the block.
    fn example(&mut self, above: &Paragraphs) -> &mut Example {
        let title = above.text();
        if !title.is_empty() || self.examples.is_empty() {
            self.examples.push(Example { title, blocks: Vec::new() });
        }
        let last = self.examples.len() - 1;
        &mut self.examples[last]
    }

    fn close(&mut self, section: &str, paragraphs: &Paragraphs) {
        let text = match section {
            "" => &mut self.summary,
            "Why it is worth asking" => &mut self.why,
            "Limits" => &mut self.limits,
            "How often it is wrong" => &mut self.how_often_wrong,
            "Ask" => {
                paragraphs.text().trim_matches('"').clone_into(&mut self.ask);
                return;
            }
            "Innocent explanations" => {
                self.innocent = paragraphs.filled().map(str::to_owned).collect();
                return;
            }
            "Examples" => return,
            other => {
                self.unknown.push(other.to_owned());
                return;
            }
        };
        *text = paragraphs.text();
    }
}

/// Paragraphs and list items, their wrapped lines put together. An empty one at the end is open for the next line.
#[derive(Default)]
struct Paragraphs(Vec<String>);

impl Paragraphs {
    fn push(&mut self, line: &str) {
        let item = line.strip_prefix("- ");
        let words = item.unwrap_or(line).trim();
        match self.0.last_mut() {
            Some(last) if item.is_none() && !last.is_empty() && !words.is_empty() => {
                last.push(' ');
                last.push_str(words);
            }
            Some(last) if last.is_empty() => words.clone_into(last),
            _ => self.0.push(words.to_owned()),
        }
    }

    fn filled(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(String::as_str).filter(|p| !p.is_empty())
    }

    fn text(&self) -> String {
        self.filled().collect::<Vec<_>>().join("\n")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_cut_into_its_sections() {
        let page = Page::parse(
            "# Dates\n\nA role that\nends.\n\nMore.\n\n## Innocent explanations\n\n- A slip\n  of the hand.\n- A mix-up.\n\n\
             ## Ask\n\n\"{start}?\"\n\n## Colour\n\nBlue.\n\n## Examples\n\nOne:\n\n```profile\nwork:\n  - a\n```\n\n\
             ```findings\n```\n\nInnocent: two:\n\n```findings\n```\n",
        );
        assert_eq!(page.title, "Dates");
        assert_eq!(page.summary, "A role that ends.\nMore.");
        assert_eq!(page.innocent, ["A slip of the hand.", "A mix-up."]);
        assert_eq!(page.ask, "{start}?");
        assert_eq!(page.limits, "");
        assert_eq!(page.unknown, ["Colour"]);
        let block = |kind: &str, text: &str| (kind.to_owned(), text.to_owned());
        assert_eq!(page.examples[0].blocks, [block("profile", "work:\n  - a"), block("findings", "")]);
        assert_eq!(page.examples[1], Example { title: "Innocent: two:".into(), blocks: vec![block("findings", "")] });
    }

    #[test]
    fn anything_at_all_can_be_parsed() {
        for text in ["", "```", "```profile\nx", "## \n# \n- ", "- \n-\n```\n```"] {
            Page::parse(text);
        }
    }
}
