//! The names of characters in a form that is small where it is shipped.

use std::sync::LazyLock;

/// See [`NAMED_ENTITIES`].
#[derive(Debug)]
pub struct NamedEntities(());

/// The names of characters, without their `&`, and their code points. The second code point is 0 where a name stands for
/// one character; both are 0 for what a name begins with and is none itself.
///
/// ```
/// use web_atoms::NAMED_ENTITIES;
///
/// assert_eq!(NAMED_ENTITIES.get("gt;").unwrap(), &(62, 0));
/// assert_eq!(NAMED_ENTITIES.get("g").unwrap(), &(0, 0));
/// ```
pub static NAMED_ENTITIES: NamedEntities = NamedEntities(());

/// By name, in order.
static SORTED: LazyLock<Vec<(&str, (u32, u32))>> = LazyLock::new(|| {
    let lines = include_str!(concat!(env!("OUT_DIR"), "/named_entities.txt")).split_terminator('\0');
    let entity = |line: &'static str| {
        let (name, characters) = line.split_once(' ')?;
        let mut characters = characters.chars().map(u32::from);
        Some((name, (characters.next()?, characters.next().unwrap_or(0))))
    };
    lines.filter_map(entity).collect()
});

impl NamedEntities {
    /// What a name stands for; nothing if no name begins like it.
    pub fn get(&self, name: &str) -> Option<&'static (u32, u32)> {
        let at = SORTED.partition_point(|(other, _)| *other < name);
        match SORTED.get(at) {
            Some((found, points)) if *found == name => Some(points),
            // What follows in order begins with it, if anything does.
            Some((found, _)) if found.starts_with(name) => Some(&(0, 0)),
            _ => None,
        }
    }
}

#[cfg(test)]
#[path = "entities.rs"]
mod entities;

#[cfg(test)]
mod tests {
    use std::collections::HashMap;

    use super::{entities, NAMED_ENTITIES};

    /// As upstream's build script makes its map.
    #[test]
    fn every_name_and_every_beginning_is_found_and_nothing_else() {
        let mut all: HashMap<&str, (u32, u32)> = HashMap::new();
        for (name, first, second) in entities::NAMED_ENTITIES {
            all.insert(&name[1..], (first, second));
        }
        for (name, _, _) in entities::NAMED_ENTITIES {
            for end in 0..name.len() - 1 {
                all.entry(&name[1..=end]).or_insert((0, 0));
            }
        }
        assert!(all.len() > 9_000);
        for (name, points) in &all {
            assert_eq!(NAMED_ENTITIES.get(name), Some(points), "{name}");
            for other in [format!("{name}\u{1}"), format!("{name}q"), format!("{name};")] {
                assert_eq!(NAMED_ENTITIES.get(&other), all.get(other.as_str()), "{other}");
            }
        }
    }
}
