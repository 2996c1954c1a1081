//! From a name that nothing is known by to the name that was probably meant.

/// The candidate that is spelt most like `name`, for a "did you mean"; `None` if none is close.
///
/// Case, `-` and `_` make no difference. Beyond that, one mistake is allowed in three characters; short names are near
/// to too many others, and have to begin and end alike.
pub fn nearest<'a>(name: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let name = folded(name);
    let distance = |candidate: &str| {
        let candidate = folded(candidate);
        let distance = strsim::osa_distance(&name, &candidate);
        let is_alike = || candidate.get(..1) == name.get(..1) && candidate.chars().last() == name.chars().last();
        let allowed = match candidate.len() {
            0..=2 => 0,
            3 => usize::from(is_alike()),
            length => name.len().max(length) / 3,
        };
        (distance <= allowed).then_some(distance)
    };
    let close = candidates.into_iter().filter_map(|candidate| Some((distance(candidate)?, candidate)));
    close.min_by_key(|(distance, _)| *distance).map(|(_, candidate)| candidate)
}

fn folded(name: &str) -> String {
    name.chars().filter(|character| !matches!(character, '-' | '_')).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn misspellings_are_recognised_and_other_names_are_not() {
        let members = ["in", "get", "not", "type", "items", "required", "requestBody", "responses", "operationId"];
        for (name, expected) in [
            ("requestbody", Some("requestBody")),
            ("request_body", Some("requestBody")),
            ("reponses", Some("responses")),
            ("operationID", Some("operationId")),
            ("tpye", Some("type")),
            ("item", Some("items")),
            ("GET", Some("get")),
            ("gett", Some("get")),
            ("gt", Some("get")),
            ("note", None),
            ("id", None),
            ("const", None),
            ("", None),
        ] {
            assert_eq!(nearest(name, members), expected, "{name}");
        }
    }
}
