//! From a name that nothing is known by to the name that was probably meant.

/// The candidate that is spelt most like `name`, for a "did you mean"; `None` if none is close.
///
/// Case, `-` and `_` make no difference. Beyond that, one mistake is allowed in three characters: short names are
/// near to too many others.
pub fn nearest<'a>(name: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let name = folded(name);
    let distance = |candidate: &str| {
        let candidate = folded(candidate);
        let distance = strsim::osa_distance(&name, &candidate);
        let allowed = if candidate.len() <= 3 { 0 } else { name.len().max(candidate.len()) / 3 };
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
            ("note", None),
            ("id", None),
            ("const", None),
            ("", None),
        ] {
            assert_eq!(nearest(name, members), expected, "{name}");
        }
    }
}
