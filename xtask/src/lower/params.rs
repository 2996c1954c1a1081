//! Parameters, and the path that some of them fill.

use std::collections::{HashMap, HashSet};

use indexmap::IndexMap;
use openapiv3::{
    Example, MediaType, Parameter, ParameterData, ParameterSchemaOrContent, PathStyle, QueryStyle, ReferenceOr,
};

use super::Cx;
use super::media::is_json;
use super::references::follow;
use super::schema::{self, Lowered};
use crate::diagnostics::{Outcome, Place, Pointer, Problem};
use crate::ir::{self, Step};
use crate::load::PREFIXED;

/// A path with placeholders.
pub(super) struct Path {
    /// The path, and behind a `?` what goes into the query of each request, if it says so.
    pub(super) text: String,
    /// The placeholders, in order.
    placeholders: Vec<String>,
    /// The names in the query, and the placeholders that stand for their values, if that is not fixed.
    query: Vec<(String, Option<String>)>,
    at: Pointer,
}

impl Path {
    pub(super) fn parse(cx: &mut Cx<'_>, at: &Pointer, text: &str) -> Option<Self> {
        let more = |character, outcome| Problem::PathWithMore { path: text.to_owned(), character, outcome };
        let text = match text.split_once('#') {
            Some((path, _)) => {
                let problem = match cx.document.paths.paths.contains_key(path) {
                    true => Problem::PathWithFragmentOfAnother { path: text.to_owned(), other: path.to_owned() },
                    false => more('#', Outcome::Ignored),
                };
                cx.diagnostics.report::<()>(Place::Key(at.clone()), problem);
                path
            }
            None => text,
        };
        let (path, pairs) = match text.split_once('?') {
            Some((path, pairs)) => {
                let Some(pairs) = pairs.split('&').filter(|pair| !pair.is_empty()).map(pair).collect() else {
                    return cx.diagnostics.report(Place::Key(at.clone()), more('?', Outcome::Fatal));
                };
                let outcome = Outcome::Assumed("a part of the query of each request");
                cx.diagnostics.report::<()>(Place::Key(at.clone()), more('?', outcome));
                (path, pairs)
            }
            None => (text, Vec::new()),
        };
        let mut placeholders = Vec::new();
        let mut rest = path;
        while let Some((_, after)) = rest.split_once('{') {
            let Some((name, after)) = after.split_once('}') else {
                let path = text.to_owned();
                return cx.diagnostics.report(Place::Key(at.clone()), Problem::UnclosedPlaceholder { path });
            };
            placeholders.push(name.to_owned());
            rest = after;
        }
        let fixed: Vec<&str> = pairs.iter().filter(|pair| pair.placeholder.is_none()).map(|pair| pair.text).collect();
        let text = if fixed.is_empty() { path.to_owned() } else { format!("{path}?{}", fixed.join("&")) };
        let owned = |pair: Pair<'_>| (pair.name.to_owned(), pair.placeholder.map(str::to_owned));
        Some(Self { text, placeholders, query: pairs.into_iter().map(owned).collect(), at: at.clone() })
    }

    /// The placeholder of the query that `given` stands for, and the name that its value is sent under.
    fn in_query(&self, given: &Given<'_>) -> Option<&(String, Option<String>)> {
        let name = &given.data.name;
        let is_it = |(key, placeholder): &&(String, Option<String>)| match given.kind {
            Parameter::Path { .. } => placeholder.as_ref() == Some(name) && !self.placeholders.contains(name),
            Parameter::Query { .. } => key == name || placeholder.as_ref() == Some(name),
            Parameter::Header { .. } | Parameter::Cookie { .. } => false,
        };
        self.query.iter().find(is_it)
    }

    /// Reports the path parameters among `given` that the path never mentions.
    pub(super) fn report_unused(&self, cx: &mut Cx<'_>, given: &[Given<'_>]) {
        let placeholders: HashSet<&String> = self.placeholders.iter().collect();
        let is_used = |given: &Given<'_>| placeholders.contains(&given.data.name) || self.in_query(given).is_some();
        for given in given.iter().filter(|given| given.is_path() && !is_used(given)) {
            let problem = Problem::PathParameterNotInPath { name: given.data.name.clone(), path: self.text.clone() };
            let at = if given.at == given.listed { given.at.key("name") } else { given.listed.clone() };
            cx.diagnostics.report::<()>(at, problem);
        }
    }
}

/// A pair of a query, as it is written in a path.
struct Pair<'a> {
    text: &'a str,
    name: &'a str,
    placeholder: Option<&'a str>,
}

/// The pair that `text` is: `name`, `name=value` or `name={placeholder}`.
fn pair(text: &str) -> Option<Pair<'_>> {
    let (name, value) = text.split_once('=').unwrap_or((text, ""));
    let placeholder = value.strip_prefix('{').and_then(|value| value.strip_suffix('}'));
    let has_braces = |text: &str| text.contains(['{', '}']);
    let is_plain = !has_braces(name) && !has_braces(placeholder.unwrap_or(value));
    is_plain.then_some(Pair { text, name, placeholder })
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

impl<'a> Given<'a> {
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

    fn key(&self) -> (&'static str, &'a str) {
        (self.place(), &self.data.name)
    }
}

/// The parameters listed at `at`, each once.
pub(super) fn list<'a>(cx: &mut Cx<'a>, at: &Pointer, parameters: &'a [ReferenceOr<Parameter>]) -> Vec<Given<'a>> {
    let (mut list, mut keys): (Vec<Given<'a>>, _) = (Vec::new(), HashSet::new());
    for (index, parameter) in parameters.iter().enumerate() {
        let listed = at.index(index);
        let Some((at, kind)) = follow(cx, &listed, parameter) else { continue };
        let given = Given { data: kind.parameter_data_ref(), kind, at, listed };
        if keys.insert(given.key()) {
            list.push(given);
        } else {
            let problem =
                Problem::DuplicateParameter { name: given.data.name.clone(), place: given.place().to_owned() };
            cx.diagnostics.report::<()>(&given.listed, problem);
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
    context: &[Step],
) -> Option<Vec<ir::Param>> {
    let overridden: HashSet<_> = own.iter().map(Given::key).collect();
    let inherited = shared.iter().filter(|shared| !overridden.contains(&shared.key()));
    let given: Vec<&Given<'a>> = inherited.chain(own).collect();
    let in_path: HashMap<&str, &Given<'a>> =
        given.iter().filter(|given| given.is_path()).map(|given| (given.data.name.as_str(), *given)).collect();
    let mut params = Vec::new();
    let mut complete = true;
    let mut filled = HashSet::new();
    for name in &path.placeholders {
        if !filled.insert(name) {
            return cx.obstacle(&path.at, format!("a path with the placeholder `{{{name}}}` twice"));
        }
        match in_path.get(name.as_str()) {
            Some(given) => match param(cx, given, context) {
                Some(param) => params.push(param),
                None => complete = false,
            },
            None => {
                let problem = Problem::PathPlaceholderWithoutParameter { name: name.clone(), path: path.text.clone() };
                cx.diagnostics.report::<()>(at, problem);
                params.push(assumed(at, name));
            }
        }
    }
    for given in given.iter().filter(|given| !given.is_path() || path.in_query(given).is_some()) {
        let obstacles = cx.obstacles.len();
        let key = match path.in_query(given) {
            Some((key, Some(_))) => Some(key),
            // What is fixed is no input.
            Some((_, None)) => continue,
            None => None,
        };
        match param(cx, given, context) {
            Some(mut param) => {
                if let Some(key) = key {
                    param.place = ir::ParamPlace::Query;
                    param.value.name.clone_from(key);
                }
                params.push(param);
            }
            // OpenAPI says to ignore these headers, so leaving them out is right.
            None if is_ignored_header(given) => {}
            None if !given.data.required && cx.obstacles.len() > obstacles => {
                let reason = cx.obstacles.split_off(obstacles).join("; ");
                cx.left_out.extend(context.first().map(|id| ir::LeftOut { name: id.word().to_owned(), reason }));
            }
            None => complete = false,
        }
    }
    for (key, placeholder) in &path.query {
        let Some(name) = placeholder else { continue };
        if given.iter().all(|given| path.in_query(given).is_none_or(|(known, _)| known != key)) {
            let problem = Problem::PathPlaceholderWithoutParameter { name: name.clone(), path: path.text.clone() };
            cx.diagnostics.report::<()>(at, problem);
            params.push(ir::Param { place: ir::ParamPlace::Query, ..assumed(at, key) });
        }
    }
    complete.then_some(params)
}

/// A parameter for the placeholder `name` of a path, which nothing is said about.
fn assumed(at: &Pointer, name: &str) -> ir::Param {
    let value = ir::Value {
        name: name.to_owned(),
        ty: ir::Type::Text,
        required: true,
        nullable: false,
        docs: ir::Docs::default(),
        limits: ir::Limits::default(),
        example: None,
        at: at.clone(),
    };
    ir::Param { value, place: ir::ParamPlace::Path, wire: None, style: ir::Style::Simple(false) }
}

/// Whether OpenAPI has other means for what this header says.
fn is_ignored_header(given: &Given<'_>) -> bool {
    let ignored = ["accept", "content-type", "authorization"];
    matches!(given.kind, Parameter::Header { .. })
        && ignored.iter().any(|name| given.data.name.eq_ignore_ascii_case(name))
}

fn param<'a>(cx: &mut Cx<'a>, given: &Given<'a>, context: &[Step]) -> Option<ir::Param> {
    if is_ignored_header(given) {
        return None;
    }
    let (at, name) = (&given.at, &given.data.name);
    let ParameterData { name: _, description, required, deprecated, format, example, examples, explode, extensions } =
        given.data;
    let (place, style) = place(given, *explode);
    let wire = extensions.get(PREFIXED).and_then(|prefix| prefix.as_str()).map(str::to_owned);
    let style = if wire.is_some() { ir::Style::Dots } else { style };
    let context = schema::within(context, Step::Member(name.clone()));
    let (lowered, style) = match format {
        ParameterSchemaOrContent::Schema(data) => (schema::lower(cx, &at.key("schema"), data.into(), &context)?, style),
        ParameterSchemaOrContent::Content(content) => {
            let (lowered, is_json) = content_value(cx, &at.key("content"), content, &context)?;
            (lowered, if is_json { ir::Style::Json } else { style })
        }
    };
    let Lowered { ty, nullable, docs, limits, example: schema_example, .. } = lowered;
    let ty = list_of(cx, ty, place);
    let style = if fits(cx, &ty, place, style) {
        style
    } else {
        let problem = Problem::DeepParameter { name: name.clone(), place: given.place() };
        cx.diagnostics.report::<()>(&at.key("schema"), problem);
        ir::Style::Json
    };
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
    Some(ir::Param { value, place, wire, style })
}

/// What a parameter is whose value is a document of its own, and whether it is written as JSON: a scalar that is said to
/// be something else is written as it is.
fn content_value<'a>(
    cx: &mut Cx<'a>,
    at: &Pointer,
    content: &'a IndexMap<String, MediaType>,
    context: &[Step],
) -> Option<(Lowered, bool)> {
    let name = context.last().map(Step::word).unwrap_or_default();
    let Some((media_type, MediaType { schema: Some(data), .. })) = content.first() else {
        return cx.obstacle(at, format!("the parameter `{name}` of no type"));
    };
    let lowered = schema::lower(cx, &at.key(media_type).key("schema"), data.into(), context)?;
    match is_json(media_type) {
        true => Some((lowered, true)),
        false if is_one(cx, &lowered.ty) => Some((lowered, false)),
        false => cx.obstacle(at, format!("the parameter `{name}` of type {media_type}")),
    }
}

/// Where the parameter goes, and how what has parts is written there.
fn place(given: &Given<'_>, explode: Option<bool>) -> (ir::ParamPlace, ir::Style) {
    let is_exploded = explode == Some(true);
    match given.kind {
        Parameter::Path { style, .. } => {
            let style = match style {
                PathStyle::Simple => ir::Style::Simple(is_exploded),
                PathStyle::Label => ir::Style::Label(is_exploded),
                PathStyle::Matrix => ir::Style::Matrix(is_exploded),
            };
            (ir::ParamPlace::Path, style)
        }
        Parameter::Header { .. } => (ir::ParamPlace::Header, ir::Style::Simple(is_exploded)),
        Parameter::Cookie { .. } => (ir::ParamPlace::Cookie, query_style(&QueryStyle::Form, explode)),
        Parameter::Query { style, .. } => (ir::ParamPlace::Query, query_style(style, explode)),
    }
}

/// How what has parts is written in a query, or in a form.
pub(super) fn query_style(style: &QueryStyle, explode: Option<bool>) -> ir::Style {
    match style {
        QueryStyle::DeepObject => ir::Style::Brackets,
        // Exploding is the default of this one alone.
        QueryStyle::Form if explode != Some(false) => ir::Style::Apart,
        QueryStyle::Form => ir::Style::Joined(','),
        QueryStyle::SpaceDelimited if explode != Some(true) => ir::Style::Joined(' '),
        QueryStyle::PipeDelimited if explode != Some(true) => ir::Style::Joined('|'),
        QueryStyle::SpaceDelimited | QueryStyle::PipeDelimited => ir::Style::Apart,
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

/// Whether values of `ty` can be written as text at `place`, in this `style`.
pub(super) fn fits(cx: &Cx<'_>, ty: &ir::Type, place: ir::ParamPlace, style: ir::Style) -> bool {
    let in_query = place == ir::ParamPlace::Query;
    match (ty, style) {
        (_, ir::Style::Json) => true,
        (_, ir::Style::Brackets | ir::Style::Dots) => in_query,
        (ir::Type::List(item), _) => !matches!(**item, ir::Type::List(_)) && is_one(cx, item),
        _ => is_one(cx, ty) || is_flat(cx, ty, in_query && style == ir::Style::Apart, &mut HashSet::new()),
    }
}

/// Whether values of `ty` are objects whose members are single texts, or lists of these if there `may_be_lists`.
///
/// Choices in `seen` are being looked at, and say no more the second time.
fn is_flat(cx: &Cx<'_>, ty: &ir::Type, may_be_lists: bool, seen: &mut HashSet<ir::SchemaId>) -> bool {
    let part = |ty: &ir::Type| match ty {
        ir::Type::List(item) if may_be_lists => is_one(cx, item),
        _ => is_one(cx, ty),
    };
    match ty {
        ir::Type::Map(value) => part(value),
        ir::Type::Schema(id) => cx.schemas[id.0].as_ref().is_some_and(|schema| match &schema.form {
            ir::Form::Object { properties, rest } => {
                properties.iter().all(|property| part(&property.ty)) && rest.as_ref().is_none_or(part)
            }
            ir::Form::Union { cases, .. } => {
                !seen.insert(*id) || cases.iter().all(|case| is_flat(cx, &case.ty, may_be_lists, seen))
            }
            ir::Form::Text { .. } | ir::Form::Choice(_) | ir::Form::Integers(_) => false,
        }),
        _ => false,
    }
}

/// Whether values of `ty` are single texts.
fn is_one(cx: &Cx<'_>, ty: &ir::Type) -> bool {
    match ty {
        ir::Type::Nullable(inner) => is_one(cx, inner),
        ir::Type::List(_) | ir::Type::Map(_) => false,
        ir::Type::Schema(id) => cx.schemas[id.0].as_ref().is_some_and(|schema| match &schema.form {
            ir::Form::Object { .. } => false,
            ir::Form::Union { cases, .. } => cases.iter().all(|case| is_plain(cx, &case.ty)),
            ir::Form::Text { .. } | ir::Form::Choice(_) | ir::Form::Integers(_) => true,
        }),
        _ => true,
    }
}

/// Whether values of `ty`, one of several types, are texts, numbers or truth values.
fn is_plain(cx: &Cx<'_>, ty: &ir::Type) -> bool {
    match ty {
        ir::Type::List(_) | ir::Type::Map(_) | ir::Type::Nullable(_) | ir::Type::Any => false,
        ir::Type::Schema(id) => cx.schemas[id.0]
            .as_ref()
            .is_some_and(|schema| !matches!(schema.form, ir::Form::Object { .. } | ir::Form::Union { .. })),
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
