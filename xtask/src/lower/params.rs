//! Parameters, and the path that some of them fill.

use std::collections::HashSet;

use indexmap::IndexMap;
use openapiv3::{Example, Parameter, ParameterData, ParameterSchemaOrContent, PathStyle, QueryStyle, ReferenceOr};

use super::Cx;
use super::references::follow;
use super::schema::{self, Lowered};
use crate::diagnostics::{Place, Pointer, Problem};
use crate::ir;

/// A path with placeholders.
pub(super) struct Path {
    pub(super) text: String,
    /// The placeholders, in order.
    placeholders: Vec<String>,
    at: Pointer,
}

impl Path {
    pub(super) fn parse(cx: &mut Cx<'_>, at: &Pointer, text: &str) -> Option<Self> {
        if let Some(character) = text.chars().find(|character| matches!(character, '?' | '#')) {
            let path = text.to_owned();
            return cx.diagnostics.report(Place::Key(at.clone()), Problem::PathWithMore { path, character });
        }
        let mut placeholders = Vec::new();
        let mut rest = text;
        while let Some((_, after)) = rest.split_once('{') {
            let Some((name, after)) = after.split_once('}') else {
                let path = text.to_owned();
                return cx.diagnostics.report(Place::Key(at.clone()), Problem::UnclosedPlaceholder { path });
            };
            placeholders.push(name.to_owned());
            rest = after;
        }
        Some(Self { text: text.to_owned(), placeholders, at: at.clone() })
    }

    /// Reports the path parameters among `given` that the path never mentions.
    pub(super) fn report_unused(&self, cx: &mut Cx<'_>, given: &[Given<'_>]) {
        for given in given.iter().filter(|given| given.is_path() && !self.placeholders.contains(&given.data.name)) {
            let problem = Problem::PathParameterNotInPath { name: given.data.name.clone(), path: self.text.clone() };
            let at = if given.at == given.listed { given.at.key("name") } else { given.listed.clone() };
            cx.diagnostics.report::<()>(at, problem);
        }
    }
}

/// A parameter, with every `$ref` followed, and where it stands.
#[derive(Clone)]
pub(super) struct Given<'a> {
    data: &'a ParameterData,
    kind: &'a Parameter,
    at: Pointer,
    /// Where the list has it, which is elsewhere if it is given by reference.
    listed: Pointer,
}

impl Given<'_> {
    fn is_path(&self) -> bool {
        matches!(self.kind, Parameter::Path { .. })
    }

    /// The value of `in`.
    fn place(&self) -> &'static str {
        match self.kind {
            Parameter::Query { .. } => "query",
            Parameter::Header { .. } => "header",
            Parameter::Path { .. } => "path",
            Parameter::Cookie { .. } => "cookie",
        }
    }

    fn key(&self) -> (&'static str, &str) {
        (self.place(), &self.data.name)
    }
}

/// The parameters listed at `at`, each once.
pub(super) fn list<'a>(cx: &mut Cx<'a>, at: &Pointer, parameters: &'a [ReferenceOr<Parameter>]) -> Vec<Given<'a>> {
    let mut list: Vec<Given<'a>> = Vec::new();
    for (index, parameter) in parameters.iter().enumerate() {
        let listed = at.index(index);
        let Some((at, kind)) = follow(cx, &listed, parameter) else { continue };
        let given = Given { data: kind.parameter_data_ref(), kind, at, listed };
        if list.iter().any(|other| other.key() == given.key()) {
            let problem =
                Problem::DuplicateParameter { name: given.data.name.clone(), place: given.place().to_owned() };
            cx.diagnostics.report::<()>(&given.listed, problem);
        } else {
            list.push(given);
        }
    }
    list
}

/// The parameters of an operation: its `own`, and those that it `shared` with the others of its path.
///
/// Those of the path come first, in the order of the path.
pub(super) fn lower<'a>(
    cx: &mut Cx<'a>,
    at: &Pointer,
    path: &Path,
    shared: &[Given<'a>],
    own: &[Given<'a>],
    context: &[String],
) -> Option<Vec<ir::Param>> {
    let inherited = shared.iter().filter(|shared| own.iter().all(|own| own.key() != shared.key()));
    let given: Vec<&Given<'a>> = inherited.chain(own).collect();
    let mut params = Vec::new();
    let mut complete = true;
    let mut filled = HashSet::new();
    for name in &path.placeholders {
        if !filled.insert(name) {
            cx.unsupported::<()>(&path.at, format!("a path with the placeholder `{{{name}}}` twice"));
            continue;
        }
        match given.iter().find(|given| given.is_path() && given.data.name == *name) {
            Some(given) => match param(cx, given, context) {
                Some(param) => params.push(param),
                None => complete = false,
            },
            None => {
                let problem = Problem::PathPlaceholderWithoutParameter { name: name.clone(), path: path.text.clone() };
                cx.diagnostics.report::<()>(at, problem);
            }
        }
    }
    for given in &given {
        if !given.is_path() {
            match param(cx, given, context) {
                Some(param) => params.push(param),
                // OpenAPI says to ignore these headers, so leaving them out is right.
                None if is_ignored_header(given) => {}
                None => complete = false,
            }
        }
    }
    complete.then_some(params)
}

/// Whether OpenAPI has other means for what this header says.
fn is_ignored_header(given: &Given<'_>) -> bool {
    let ignored = ["accept", "content-type", "authorization"];
    matches!(given.kind, Parameter::Header { .. })
        && ignored.iter().any(|name| given.data.name.eq_ignore_ascii_case(name))
}

fn param<'a>(cx: &mut Cx<'a>, given: &Given<'a>, context: &[String]) -> Option<ir::Param> {
    if is_ignored_header(given) {
        return None;
    }
    let (at, name) = (&given.at, &given.data.name);
    let ParameterData { name: _, description, required, deprecated, format, example, examples, explode, extensions: _ } =
        given.data;
    let ParameterSchemaOrContent::Schema(data) = format else {
        return cx.unsupported(&at.key("content"), format!("the media type of the parameter `{name}`"));
    };
    let (place, list) = place(cx, given, *explode)?;
    let Lowered { ty, nullable, docs, limits, example: schema_example, .. } =
        schema::lower(cx, &at.key("schema"), data.into(), &schema::within(context, name))?;
    let ty = list_of(cx, ty, place);
    if !fits(cx, &ty, place) {
        return cx.unsupported(&at.key("schema"), format!("the {} parameter `{name}` of this type", given.place()));
    }
    if given.is_path() && !required {
        cx.diagnostics.report::<()>(at, Problem::PathParameterNotRequired { name: name.clone() });
    }
    let example = example.clone().or_else(|| first_example(cx, &at.key("examples"), examples)).or(schema_example);
    let docs = ir::Docs {
        summary: None,
        description: description.clone().filter(|text| !text.trim().is_empty()).or(docs.description),
        deprecated: deprecated.unwrap_or_default() || docs.deprecated,
    };
    let required = *required || given.is_path();
    let value = ir::Value { name: name.clone(), ty, required, nullable, docs, limits, example, at: at.clone() };
    Some(ir::Param { value, place, list })
}

/// Where the parameter goes, and how an array is written there.
fn place(cx: &mut Cx<'_>, given: &Given<'_>, explode: Option<bool>) -> Option<(ir::ParamPlace, ir::ListStyle)> {
    let style = given.at.key("style");
    match given.kind {
        Parameter::Path { style: PathStyle::Simple, .. } => Some((ir::ParamPlace::Path, ir::ListStyle::Commas)),
        Parameter::Path { .. } => cx.unsupported(&style, "this style of a path parameter"),
        Parameter::Header { .. } => Some((ir::ParamPlace::Header, ir::ListStyle::Commas)),
        Parameter::Query { style: QueryStyle::Form, .. } => {
            let list = if explode == Some(false) { ir::ListStyle::Commas } else { ir::ListStyle::Repeated };
            Some((ir::ParamPlace::Query, list))
        }
        Parameter::Query { .. } => cx.unsupported(&style, "this style of a query parameter"),
        Parameter::Cookie { .. } => cx.unsupported(&given.at.key("in"), "a cookie parameter"),
    }
}

/// The list, if `ty` is either that or one of its items: one item is written like a list of it.
fn list_of(cx: &Cx<'_>, ty: ir::Type, place: ir::ParamPlace) -> ir::Type {
    let ir::Type::Schema(id) = &ty else { return ty };
    let Some(ir::Schema { form: ir::Form::Union { cases, .. }, .. }) = &cx.schemas[id.0] else { return ty };
    let lists: Vec<&ir::Type> =
        cases.iter().map(|case| &case.ty).filter(|ty| matches!(ty, ir::Type::List(_))).collect();
    let [list @ ir::Type::List(item)] = lists.as_slice() else { return ty };
    let others = cases.iter().filter(|case| case.ty != **list);
    let fits = place == ir::ParamPlace::Query && others.into_iter().all(|case| case.ty == **item);
    if fits { (*list).clone() } else { ty }
}

/// Whether values of `ty` can be written as text at `place`.
fn fits(cx: &Cx<'_>, ty: &ir::Type, place: ir::ParamPlace) -> bool {
    match ty {
        ir::Type::List(item) => {
            place == ir::ParamPlace::Query && !matches!(**item, ir::Type::List(_)) && fits(cx, item, place)
        }
        ir::Type::Map(_) | ir::Type::Any => false,
        ir::Type::Schema(id) => cx.schemas[id.0].as_ref().is_some_and(|schema| match &schema.form {
            ir::Form::Object(_) => false,
            ir::Form::Union { cases, .. } => cases.iter().all(|case| is_plain(cx, &case.ty)),
            ir::Form::Text { .. } | ir::Form::Choice(_) => true,
        }),
        _ => true,
    }
}

/// Whether values of `ty`, one of several types, are texts, numbers or truth values.
fn is_plain(cx: &Cx<'_>, ty: &ir::Type) -> bool {
    match ty {
        ir::Type::List(_) | ir::Type::Map(_) | ir::Type::Any => false,
        ir::Type::Schema(id) => cx.schemas[id.0]
            .as_ref()
            .is_some_and(|schema| matches!(schema.form, ir::Form::Text { .. } | ir::Form::Choice(_))),
        _ => true,
    }
}

/// The value of the first of several examples.
pub(super) fn first_example<'a>(
    cx: &mut Cx<'a>,
    at: &Pointer,
    examples: &'a IndexMap<String, ReferenceOr<Example>>,
) -> Option<serde_json::Value> {
    let (name, example) = examples.first()?;
    let (_, example) = follow(cx, &at.key(name), example)?;
    example.value.clone()
}
