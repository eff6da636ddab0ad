//! Dates as PDFs write them (`D:20240301093000+02'00'`, and ISO 8601 in XMP) → ISO 8601, no finer than written.

/// A date of the information dictionary (ISO 32000-2, 7.9.4). The offset from UTC is kept as it is written.
pub(super) fn from_pdf(text: &str) -> Option<String> {
    let text = text.trim();
    let text = text.strip_prefix("D:").unwrap_or(text);
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let (digits, zone) = text.split_at(digits);
    let part = |from: usize, to: usize, most: u8| digits.get(from..to).filter(|part| in_range(part, most));
    let mut date = digits.get(..4)?.to_owned();
    for (from, most, mark) in [(4, 12, '-'), (6, 31, '-')] {
        let Some(part) = part(from, from + 2, most).filter(|part| *part != "00") else { return Some(date) };
        date.push(mark);
        date.push_str(part);
    }
    let (Some(hour), Some(minute)) = (part(8, 10, 23), part(10, 12, 59)) else { return Some(date) };
    let second = part(12, 14, 60).unwrap_or("00");
    date.extend(["T", hour, ":", minute, ":", second]);
    let sign = zone.chars().next();
    match sign {
        Some('Z') => date.push('Z'),
        Some(sign @ ('+' | '-')) => {
            let offset: String = zone.chars().filter(char::is_ascii_digit).take(4).collect();
            let minutes = offset.get(2..4).unwrap_or("00");
            if let Some(hours) = offset.get(..2).filter(|hours| in_range(hours, 23) && in_range(minutes, 59)) {
                date.push(sign);
                date.extend([hours, ":", minutes]);
            }
        }
        _ => {}
    }
    Some(date)
}

/// A date of an XMP packet, as it is, if it is one.
pub(super) fn from_iso(text: &str) -> Option<String> {
    let text = text.trim();
    let year = text.get(..4).is_some_and(|year| year.bytes().all(|byte| byte.is_ascii_digit()));
    let rest = text.bytes().skip(4).all(|byte| byte.is_ascii_digit() || b"-:T+Z.".contains(&byte));
    (year && rest && text.len() <= 40).then(|| text.to_owned())
}

fn in_range(part: &str, most: u8) -> bool {
    part.len() == 2 && part.parse::<u8>().is_ok_and(|value| value <= most)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_keep_their_offset_and_are_no_finer_than_written() {
        let cases = [
            ("D:20240301093000+02'00'", Some("2024-03-01T09:30:00+02:00")),
            ("D:20240301093000+02'00", Some("2024-03-01T09:30:00+02:00")),
            ("D:20240301093000-0530", Some("2024-03-01T09:30:00-05:30")),
            ("D:20240301093000Z00'00'", Some("2024-03-01T09:30:00Z")),
            ("D:20240301093000Z", Some("2024-03-01T09:30:00Z")),
            ("20240301093000", Some("2024-03-01T09:30:00")),
            ("D:202403010930", Some("2024-03-01T09:30:00")),
            ("D:202403", Some("2024-03")),
            ("D:2024", Some("2024")),
            ("D:20241399", Some("2024")),
            ("D:20240301093000+99'00'", Some("2024-03-01T09:30:00")),
            ("Friday", None),
            ("D:", None),
        ];
        for (written, expected) in cases {
            assert_eq!(from_pdf(written).as_deref(), expected, "{written}");
        }
    }

    #[test]
    fn dates_of_xmp_stay_as_they_are() {
        assert_eq!(from_iso("2024-03-01T09:30:00+02:00").as_deref(), Some("2024-03-01T09:30:00+02:00"));
        assert_eq!(from_iso("2024").as_deref(), Some("2024"));
        assert_eq!(from_iso("<script>"), None);
        assert_eq!(from_iso("20é4"), None);
    }
}
