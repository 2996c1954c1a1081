//! The extensions that others use to say how lists are paged, as rules of ours.

use serde_json::Value;

use super::{Extensions, Path, Rule, object, steps};
use crate::ir::{End, InputPlace, Next};

/// What one of the extensions says, or else what it would have to say for that to be understood.
type Found = Result<Rule, String>;

/// What the extensions of an operation say of its pages, and the name of the one that does; `document` has those of the
/// document, which one of them may refer to.
pub(super) fn rule(document: &Extensions, extensions: &Extensions) -> Option<(&'static str, Found)> {
    let is_said = |value: &&Value| !matches!(value, Value::Null | Value::Bool(false));
    extensions.iter().filter(|(_, value)| is_said(value)).find_map(|(name, extension)| match name.as_str() {
        "x-speakeasy-pagination" => Some(("x-speakeasy-pagination", speakeasy(extension))),
        "x-fern-pagination" if *extension == Value::Bool(true) => {
            Some(("x-fern-pagination", fern(document.get(name).unwrap_or(extension))))
        }
        "x-fern-pagination" => Some(("x-fern-pagination", fern(extension))),
        // With null for `nextLinkName`, there is only one page.
        "x-ms-pageable" if extension.get("nextLinkName").is_some_and(Value::is_null) => None,
        "x-ms-pageable" => Some(("x-ms-pageable", microsoft(extension))),
        "x-dropshot-pagination" => Some(("x-dropshot-pagination", Ok(dropshot()))),
        _ => None,
    })
}

/// Speakeasy's: `type`, `inputs` with a type each, and `outputs`, which are JSONPaths.
/// <https://www.speakeasy.com/docs/sdks/customize/runtime/pagination>
fn speakeasy(extension: &Value) -> Found {
    object(extension)?;
    let inputs = extension.get("inputs").and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
    let input = |kind: &str| {
        let input = inputs.iter().find(|input| input.get("type").is_some_and(|other| other == kind))?;
        let name = input.get("name")?.as_str()?.to_owned();
        Some(match input.get("in").and_then(Value::as_str) {
            Some("requestBody") => InputPlace::Body(name.split('.').map(str::to_owned).collect()),
            _ => InputPlace::Query(name),
        })
    };
    let output = |name: &str| {
        let output = extension.get("outputs").and_then(|outputs| outputs.get(name));
        output.map(|path| json_path(path).ok_or_else(|| format!("`{name}` to be a JSONPath of names"))).transpose()
    };
    let missing = |what: &str| format!("{what} among its inputs and outputs");
    let next = match extension.get("type").and_then(Value::as_str) {
        Some("url") => Next::Url(output("nextUrl")?.ok_or_else(|| missing("`nextUrl`"))?),
        Some("cursor") => Next::Cursor {
            at: output("nextCursor")?.ok_or_else(|| missing("`nextCursor`"))?,
            input: input("cursor").ok_or_else(|| missing("`cursor`"))?,
        },
        Some("offsetLimit") => match (input("page"), input("offset")) {
            (Some(input), _) => Next::Page { input, first: 1 },
            (None, Some(input)) => Next::Offset { input },
            (None, None) => return Err(missing("`page` or `offset`")),
        },
        _ => return Err("the type `offsetLimit`, `cursor` or `url`".to_owned()),
    };
    let mut ends = Vec::new();
    if matches!(next, Next::Page { .. } | Next::Offset { .. }) {
        ends.extend(output("numPages")?.map(End::Pages));
        ends.extend(input("limit").map(|limit| End::Short { limit, usual: None, most: None }));
    }
    Ok(Rule { items: output("results")?, ends, ..Rule::new(next) })
}

/// The names in a JSONPath such as `$.data['items']`.
fn json_path(path: &Value) -> Option<Path> {
    let path = path.as_str()?.strip_prefix('$')?.replace("['", ".").replace("[\"", ".").replace(['\'', '"'], "");
    let path = path.replace(']', "");
    if path.is_empty() {
        return Some(Vec::new());
    }
    let steps: Path = path.strip_prefix('.')?.split('.').map(str::to_owned).collect();
    // Anything else selects more than one value, or one by its place.
    steps.iter().all(|step| !step.is_empty() && !step.contains(['[', '*', '?', '@'])).then_some(steps)
}

/// Fern's: the names of inputs behind `$request`, and those of members behind `$response`.
/// <https://buildwithfern.com/learn/api-definitions/openapi/extensions/pagination>
fn fern(extension: &Value) -> Found {
    object(extension)?;
    let path = |name: &str, root: &str| {
        let Some(value) = extension.get(name) else { return Ok(None) };
        let path = value.as_str().and_then(|text| text.strip_prefix(root)).map(|path| path.split('.').skip(1));
        let path: Option<Path> = path.map(|path| path.map(str::to_owned).collect());
        path.map(Some).ok_or_else(|| format!("`{name}` to begin with `{root}`"))
    };
    let output = |name: &str| path(name, "$response");
    let input = |name: &str| {
        let path = path(name, "$request")?;
        Ok::<_, String>(path.map(|mut path| match path.len() {
            1 => InputPlace::Query(path.remove(0)),
            _ => InputPlace::Body(path),
        }))
    };
    let step = input("step")?;
    let url = output("next_uri")?.or(output("next_path")?);
    let next = match (url, input("cursor")?.zip(output("next_cursor")?), input("offset")?) {
        (Some(url), ..) => Next::Url(url),
        (None, Some((input, at)), _) => Next::Cursor { at, input },
        // Without a step, it is pages that are counted.
        (None, None, Some(input)) if step.is_none() => Next::Page { input, first: 1 },
        (None, None, Some(input)) => Next::Offset { input },
        (None, None, None) => return Err("`cursor` and `next_cursor`, `offset`, or `next_uri`".to_owned()),
    };
    let mut ends = Vec::new();
    if !matches!(next, Next::Url(_)) {
        ends.extend(output("has-next-page")?.map(End::More));
    }
    if matches!(next, Next::Offset { .. }) {
        ends.extend(step.map(|limit| End::Short { limit, usual: None, most: None }));
    }
    Ok(Rule { items: output("results")?, ends, ..Rule::new(next) })
}

/// Microsoft's: the names of the members with the URL of the next page, and with the items.
/// <https://github.com/Azure/autorest/blob/main/docs/extensions/readme.md#x-ms-pageable>
fn microsoft(extension: &Value) -> Found {
    let name = |member: &str| extension.get(member).and_then(Value::as_str).map(str::to_owned);
    let next = name("nextLinkName").ok_or_else(|| "`nextLinkName`, the name of a member".to_owned())?;
    let items = name("itemName").unwrap_or_else(|| "value".to_owned());
    Ok(Rule { items: Some(vec![items]), ..Rule::new(Next::Url(vec![next])) })
}

/// Dropshot's, whose lists all look the same. <https://docs.rs/dropshot/latest/dropshot/#support-for-paginated-resources>
fn dropshot() -> Rule {
    let input = InputPlace::Query("page_token".to_owned());
    let items = steps("/items");
    Rule { items, ..Rule::new(Next::Cursor { at: vec!["next_page".to_owned()], input }) }
}
