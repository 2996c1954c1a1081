//! What a `$ref` names: known to `load`, which checks all of them, and to `lower`, which follows those that it needs.

use crate::diagnostics::{Pointer, Problem};

/// What components stand in.
const SECTIONS: &[&str] = &[
    "schemas",
    "responses",
    "parameters",
    "examples",
    "requestBodies",
    "headers",
    "securitySchemes",
    "links",
    "callbacks",
    "pathItems",
];

/// The name of the component that `reference` leads to, if it leads to the section that holds every `kind`.
pub fn component(reference: &str, section: &str, kind: &str) -> Result<String, Problem> {
    let Some(pointer) = Pointer::of_reference(reference) else {
        return Err(Problem::ForeignReference { reference: reference.to_owned() });
    };
    let segments: Vec<String> = pointer.segments().collect();
    match segments.as_slice() {
        [components, given, name] if components == "components" && given == section => Ok(name.clone()),
        [components, given, _] if components == "components" && SECTIONS.contains(&given.as_str()) => {
            Err(Problem::ReferenceToWrongKind {
                reference: reference.to_owned(),
                expected: kind.to_owned(),
                found: format!("one of the `{given}`"),
            })
        }
        [components, _, _] if components == "components" => {
            Err(Problem::DanglingReference { reference: reference.to_owned(), meant: None })
        }
        _ => Err(Problem::Unsupported { what: format!("a reference to a place outside `components`, `{reference}`,") }),
    }
}

/// What the target of a discriminator's mapping is called, whether or not it is there: as a component, or as a file
/// without its extension.
pub fn mapped_name(target: &str) -> &str {
    let name = target.rsplit('/').next().unwrap_or_default();
    [".yaml", ".yml", ".json"].iter().find_map(|extension| name.strip_suffix(extension)).unwrap_or(name)
}

/// What is wrong with components that refer to one another in a circle, and which of them to say it of.
///
/// `circle` holds their names and references, wherever it was entered.
pub fn circular(mut circle: Vec<(String, String)>) -> (String, Problem) {
    let first = (0..circle.len()).min_by_key(|index| &circle[*index].0).unwrap_or_default();
    circle.rotate_left(first);
    let name = circle[0].0.clone();
    let mut chain: Vec<String> = circle.into_iter().map(|(_, reference)| reference).collect();
    chain.push(chain[0].clone());
    (name, Problem::CircularReference { chain })
}
