//! Paths with placeholders, and whether the path of a request is one of them.

/// A path such as `/Plugins/{Sid}` or `/Calls/{Sid}.json`.
#[derive(Debug)]
pub(super) struct Template {
    segments: Vec<Vec<Part>>,
}

#[derive(Debug, PartialEq, Eq)]
enum Part {
    Literal(&'static str),
    Placeholder(&'static str),
}

/// What the placeholders of a path stand for: their names, and the text as it is written.
pub(super) type Arguments<'a> = Vec<(&'static str, &'a str)>;

impl Template {
    pub(super) fn parse(path: &'static str) -> Self {
        Self { segments: path.split('/').map(parts).collect() }
    }

    /// The path as axum takes it: each segment with a placeholder is one as a whole, and named by its position, so that
    /// paths may call the same position differently.
    pub(super) fn route(&self) -> String {
        let segment = |(position, parts): (usize, &Vec<Part>)| match parts.as_slice() {
            [] => String::new(),
            [Part::Literal(literal)] => (*literal).to_owned(),
            _ => format!("{{segment{position}}}"),
        };
        self.segments.iter().enumerate().map(segment).collect::<Vec<_>>().join("/")
    }

    /// How many bytes of a path it determines: of two that fit, the one that determines more is meant.
    pub(super) fn literals(&self) -> usize {
        let length = |part: &Part| if let Part::Literal(literal) = part { literal.len() } else { 0 };
        self.segments.iter().flatten().map(length).sum()
    }

    /// What stands for the placeholders in `path`, if it is of this form.
    pub(super) fn matches<'a>(&self, path: &'a str) -> Option<Arguments<'a>> {
        let mut arguments = Vec::new();
        let mut segments = path.split('/');
        for parts in &self.segments {
            arguments.extend(fit(parts, segments.next()?)?);
        }
        segments.next().is_none().then_some(arguments)
    }
}

/// The parts of a segment.
fn parts(mut segment: &'static str) -> Vec<Part> {
    let mut parts = Vec::new();
    while let Some((literal, rest)) = segment.split_once('{') {
        let Some((name, rest)) = rest.split_once('}') else { break };
        if !literal.is_empty() {
            parts.push(Part::Literal(literal));
        }
        parts.push(Part::Placeholder(name));
        segment = rest;
    }
    if !segment.is_empty() {
        parts.push(Part::Literal(segment));
    }
    parts
}

/// What stands for the placeholders of a segment; none of them is empty, and the first ones are as short as can be.
fn fit<'a>(parts: &[Part], segment: &'a str) -> Option<Arguments<'a>> {
    match parts {
        [] => segment.is_empty().then(Vec::new),
        [Part::Literal(literal), rest @ ..] => fit(rest, segment.strip_prefix(literal)?),
        [Part::Placeholder(name)] => (!segment.is_empty()).then(|| vec![(*name, segment)]),
        [Part::Placeholder(name), rest @ ..] => {
            let ends = segment.char_indices().map(|(end, _)| end).skip(1);
            ends.into_iter().find_map(|end| {
                let (argument, remainder) = segment.split_at(end);
                let mut arguments = vec![(*name, argument)];
                arguments.extend(fit(rest, remainder)?);
                Some(arguments)
            })
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_fit_their_templates() {
        for (template, path, expected) in [
            ("/Plugins", "/Plugins", Some(vec![])),
            ("/Plugins", "/plugins", None),
            ("/Plugins", "/Plugins/", None),
            ("/Plugins/{Sid}", "/Plugins/FP%2F1", Some(vec![("Sid", "FP%2F1")])),
            ("/Plugins/{Sid}", "/Plugins/", None),
            ("/Plugins/{Sid}", "/Plugins/a/b", None),
            ("/Calls/{Sid}.json", "/Calls/CA1.json", Some(vec![("Sid", "CA1")])),
            ("/Calls/{Sid}.json", "/Calls/a.json.json", Some(vec![("Sid", "a.json")])),
            ("/Calls/{Sid}.json", "/Calls/.json", None),
            ("/{base}...{head}", "/main...next", Some(vec![("base", "main"), ("head", "next")])),
            ("/{name}:undelete", "/größe:undelete", Some(vec![("name", "größe")])),
            ("/", "/", Some(vec![])),
        ] {
            assert_eq!(Template::parse(template).matches(path), expected, "{path} as {template}");
        }
    }

    #[test]
    fn routes_name_positions() {
        for (template, expected) in [
            ("/Plugins/{PluginSid}/Versions/{Sid}", "/Plugins/{segment2}/Versions/{segment4}"),
            ("/Calls/{Sid}.json", "/Calls/{segment2}"),
            ("/", "/"),
        ] {
            assert_eq!(Template::parse(template).route(), expected);
        }
    }
}
