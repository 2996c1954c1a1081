//! Whether a value that was read and written again is still the same.
//!
//! Numbers are compared by value (`1` is `1.0`, and of single precision what is the same in it), points in time by the
//! instant. A member that is null is as good as one that is absent, unless it is required: whether callers can tell the
//! two apart in requests is for `required_nulls` to say.

use jiff::Timestamp;
use serde_json::Value;

/// The instant that `text` is, if it is one of RFC 3339.
pub(super) fn instant(text: &str) -> Option<Timestamp> {
    text.get(10..11).filter(|separator| matches!(*separator, "T" | "t" | " "))?;
    text.parse().ok()
}

/// The instant that `text` is, if it is written as in mail (RFC 2822).
fn instant_of_mail(text: &str) -> Option<Timestamp> {
    jiff::fmt::rfc2822::parse(text).ok().map(|time| time.timestamp())
}

/// What of `given` is not the same in `kept`: the path to it, and what became of it.
pub(super) fn difference(given: &Value, kept: &Value) -> Option<String> {
    differs(given, kept, "")
}

fn differs(given: &Value, kept: &Value, path: &str) -> Option<String> {
    let changed = || Some(format!("{}: {given} has become {kept}", if path.is_empty() { "all" } else { path }));
    match (given, kept) {
        (Value::Object(given), Value::Object(kept)) => {
            let within = |name: &str| if path.is_empty() { name.to_owned() } else { format!("{path}.{name}") };
            let lost = given.iter().find_map(|(name, value)| match kept.get(name) {
                Some(kept) => differs(value, kept, &within(name)),
                None if value.is_null() => None,
                None => Some(format!("{} is gone", within(name))),
            });
            let is_new = |(name, value): &(&String, &Value)| !value.is_null() && !given.contains_key(*name);
            lost.or_else(|| kept.iter().find(is_new).map(|(name, _)| format!("{} has been made up", within(name))))
        }
        (Value::Array(given), Value::Array(kept)) if given.len() == kept.len() => given
            .iter()
            .zip(kept)
            .enumerate()
            .find_map(|(index, (given, kept))| differs(given, kept, &format!("{path}[{index}]"))),
        (Value::Number(one), Value::Number(other)) => {
            let same = one == other
                || one
                    .as_f64()
                    .zip(other.as_f64())
                    .is_some_and(|(one, other)| one == other || (other.fract() != 0.0 && one as f32 == other as f32));
            if same { None } else { changed() }
        }
        (Value::String(one), Value::String(other)) if one != other => {
            let same = |of: fn(&str) -> Option<Timestamp>| of(one).is_some_and(|one| of(other) == Some(one));
            if same(instant) || same(instant_of_mail) { None } else { changed() }
        }
        _ if given == kept => None,
        _ => changed(),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn what_is_lost_is_found() {
        for (given, kept, expected) in [
            (json!({"a": 1}), json!({"a": 1.0, "b": null}), None),
            (json!({"a": null}), json!({}), None),
            (json!({"a": 1}), json!({}), Some("a is gone")),
            (json!({}), json!({"a": {"b": 1}}), Some("a has been made up")),
            (json!([{"a": "x"}]), json!([{"a": "y"}]), Some("[0].a: \"x\" has become \"y\"")),
            (json!("2020-01-01T00:00:00+01:00"), json!("2019-12-31T23:00:00Z"), None),
            (json!("2020-01-01T00:00:00Z"), json!("2020-01-01T00:00:01Z"), Some("all: ")),
            (json!("Mon, 07 Feb 2022 22:23:00 +0100"), json!("Mon, 7 Feb 2022 21:23:00 +0000"), None),
            (json!("Mon, 07 Feb 2022 22:23:00 +0100"), json!("Mon, 7 Feb 2022 22:23:00 +0000"), Some("all: ")),
            (json!(0.1), json!(0.100_000_001_490_116_12), None),
            (json!(16_777_217), json!(16_777_216), Some("all: 16777217 has become 16777216")),
            (json!([1]), json!([1, 2]), Some("all: [1] has become [1,2]")),
            (json!(null), json!(0), Some("all: null has become 0")),
        ] {
            let found = difference(&given, &kept);
            assert!(found.as_deref().unwrap_or("").starts_with(expected.unwrap_or("")), "{found:?}");
            assert_eq!(found.is_some(), expected.is_some(), "{given} {kept}");
        }
    }
}
