//! Nouns in the singular, by the rules that cover most of English.

/// Ends of words that are no plurals though they have an `s`, or that are the same in both.
const SAME: &[&str] = &["ss", "us", "is", "series", "species", "news"];

/// Ends of plurals that the other rules do not know, and what they are in the singular.
const IRREGULAR: &[(&str, &str)] = &[
    ("aliases", "alias"),
    ("caches", "cache"),
    ("children", "child"),
    ("cookies", "cookie"),
    ("indices", "index"),
    ("movies", "movie"),
    ("people", "person"),
    ("statuses", "status"),
];

/// `noun` in the singular; a noun that is no plural stays as it is.
pub(super) fn singular(noun: &str) -> String {
    if let Some((plural, single)) = IRREGULAR.iter().find(|(plural, _)| noun.ends_with(plural)) {
        return format!("{}{single}", &noun[..noun.len() - plural.len()]);
    }
    match noun {
        _ if SAME.iter().any(|end| noun.ends_with(end)) => noun.to_owned(),
        _ if noun.ends_with("ies") => format!("{}y", &noun[..noun.len() - 3]),
        _ if ["sses", "xes", "ches", "shes"].iter().any(|plural| noun.ends_with(plural)) => {
            noun[..noun.len() - 2].to_owned()
        }
        _ => noun.strip_suffix('s').unwrap_or(noun).to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::singular;

    #[test]
    fn plurals_have_a_singular() {
        for (plural, expected) in [
            ("pets", "pet"),
            ("entries", "entry"),
            ("boxes", "box"),
            ("addresses", "address"),
            ("user_statuses", "user_status"),
            ("databases", "database"),
            ("aliases", "alias"),
            ("status", "status"),
            ("analysis", "analysis"),
            ("access", "access"),
            ("data", "data"),
        ] {
            assert_eq!(singular(plural), expected);
        }
    }
}
