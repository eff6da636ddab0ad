//! RTF's letters: groups, control words, bytes (RTF Specification 1.9.1, "RTF Syntax").

/// One token.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Token<'a> {
    /// `{`
    Open,
    /// `}`
    Close,
    /// A control word and its number: `\fs24`.
    Word(&'a str, Option<i32>),
    /// A control symbol: `\~`.
    Symbol(u8),
    /// A byte of text, written in hexadecimal: `\'e9`.
    Hex(u8),
    /// Bytes of text, as they are.
    Text(&'a [u8]),
}

/// Cuts a file into tokens.
pub(super) struct Tokens<'a> {
    rest: &'a [u8],
}

/// No control word is longer (specification: 32 letters).
const MAX_WORD: usize = 32;

impl<'a> Tokens<'a> {
    pub(super) const fn new(bytes: &'a [u8]) -> Self {
        Self { rest: bytes }
    }

    fn take(&mut self, count: usize) -> &'a [u8] {
        let (taken, rest) = self.rest.split_at(count.min(self.rest.len()));
        self.rest = rest;
        taken
    }

    /// The token of what follows a backslash.
    fn control(&mut self) -> Option<Token<'a>> {
        let first = *self.rest.first()?;
        if first == b'\'' {
            self.take(1);
            let digit = |at: usize| self.rest.get(at).and_then(|byte| char::from(*byte).to_digit(16));
            let (Some(high), Some(low)) = (digit(0), digit(1)) else { return Some(Token::Text(&[])) };
            self.take(2);
            return Some(Token::Hex((high * 16 + low) as u8));
        }
        let letters = self.rest.iter().take(MAX_WORD).take_while(|byte| byte.is_ascii_alphabetic()).count();
        if letters == 0 {
            self.take(1);
            return Some(Token::Symbol(first));
        }
        let word = std::str::from_utf8(self.take(letters)).unwrap_or_default();
        let sign = usize::from(self.rest.first() == Some(&b'-'));
        let digits = self.rest.iter().skip(sign).take(10).take_while(|byte| byte.is_ascii_digit()).count();
        let number = if digits > 0 { std::str::from_utf8(self.take(sign + digits)).unwrap_or_default() } else { "" };
        // One space ends the word and belongs to it.
        if self.rest.first() == Some(&b' ') {
            self.take(1);
        }
        let number = number.parse::<i64>().ok().map(|number| number.clamp(-2_147_483_647, 2_147_483_647) as i32);
        if word == "bin" {
            // Bytes of a picture, which are no tokens.
            self.take(number.unwrap_or(0).max(0) as usize);
        }
        Some(Token::Word(word, number))
    }
}

impl<'a> Iterator for Tokens<'a> {
    type Item = Token<'a>;

    fn next(&mut self) -> Option<Token<'a>> {
        loop {
            let first = *self.rest.first()?;
            match first {
                b'{' | b'}' => {
                    self.take(1);
                    return Some(if first == b'{' { Token::Open } else { Token::Close });
                }
                b'\\' => {
                    self.take(1);
                    return self.control();
                }
                b'\r' | b'\n' => drop(self.take(1)),
                _ => {
                    let end = self.rest.iter().position(|byte| b"{}\\\r\n".contains(byte));
                    return Some(Token::Text(self.take(end.unwrap_or(self.rest.len()))));
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_numbers_symbols_and_bytes() {
        let tokens: Vec<Token> = Tokens::new(b"{\\b\\fs-24 A b\\~\\'e9\\u8211?\r\n\\bin3 }}}c}\\").collect();
        assert_eq!(
            tokens,
            [
                Token::Open,
                Token::Word("b", None),
                Token::Word("fs", Some(-24)),
                Token::Text(b"A b"),
                Token::Symbol(b'~'),
                Token::Hex(0xE9),
                Token::Word("u", Some(8_211)),
                Token::Text(b"?"),
                Token::Word("bin", Some(3)),
                Token::Text(b"c"),
                Token::Close,
            ]
        );
    }
}
