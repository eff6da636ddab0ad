//! The data files in the form in which the build script put them.

/// The text of one: `built!("sites/xing.toml")`. It is JSON.
macro_rules! built {
    ($file:literal) => {
        include_str!(concat!(env!("OUT_DIR"), "/", $file, ".json"))
    };
}
pub(crate) use built;
