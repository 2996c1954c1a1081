//! Which lists are divided into pages, and how one leads to the next.
//!
//! An extension of the operation says so, or one of the document, or the members of the answer are those of Twilio's
//! lists, or a header `Link` comes with it. `dialects` has the extensions that others use for the same.

mod dialects;

use openapiv3::OpenAPI;
use serde_json::{Map, Value};

use super::Cx;
use super::extensions::{report, report_unknown};
use super::schema::{self, SchemaRef, within};
use crate::diagnostics::{Diagnostics, Pointer, Problem};
use crate::ir::{self, End, InputPlace, Next, Step};

/// The extension, of the document or of an operation.
pub(super) const PAGINATION: &str = "x-pagination";

/// Where Twilio's lists have the URL of the next page.
const TWILIO: [&str; 2] = ["/meta/next_page_url", "/next_page_uri"];

/// Names of members, from the outside in.
type Path = Vec<String>;

/// A way in which lists may be divided.
#[derive(Clone)]
struct Rule {
    /// Where the items are, if not in the only array.
    items: Option<Path>,
    /// What leads to the next page. Inputs are those of the query until they have been looked for.
    next: Next,
    /// The number of the first page, if that is said.
    first: Option<i64>,
    ends: Vec<End>,
}

impl Rule {
    fn new(next: Next) -> Self {
        Self { items: None, next, first: None, ends: Vec::new() }
    }
}

/// How the lists of the document are divided, where their operations do not say.
pub(super) struct Usual {
    rules: Vec<Rule>,
    /// Whether the document says so; otherwise it is only looked for.
    declared: bool,
    /// Whether any operation is paged like that.
    used: bool,
}

impl Usual {
    /// What the extension of the document says; without it, Twilio's members and the header `Link` are looked for.
    pub(super) fn new(document: &OpenAPI, diagnostics: &mut Diagnostics) -> Self {
        let Some(extension) = document.extensions.get(PAGINATION) else {
            let urls = TWILIO.iter().filter_map(|pointer| steps(pointer)).map(Next::Url);
            let rules = urls.chain([Next::Link]).map(Rule::new).collect();
            return Self { rules, declared: false, used: false };
        };
        if *extension == Value::Bool(false) {
            return Self { rules: Vec::new(), declared: false, used: false };
        }
        let rule = rule(diagnostics, &Pointer::root().key(PAGINATION), extension);
        Self { rules: rule.into_iter().collect(), declared: true, used: false }
    }

    /// Reports an extension that fits no operation.
    pub(super) fn report_unused(&self, diagnostics: &mut Diagnostics) {
        if self.declared && !self.used && !diagnostics.has_errors() {
            let at = Pointer::root().key(PAGINATION);
            report(diagnostics, &at, PAGINATION, "what fits the inputs and the answer of at least one GET operation");
        }
    }
}

/// Who says that an operation is paged.
enum Source {
    /// Nobody: it may look like it.
    Usual,
    /// The extension of this name, which stands here.
    Own(&'static str, Pointer),
}

/// How the answers of one operation may be divided.
pub(super) struct Paging {
    rules: Vec<Rule>,
    source: Source,
    /// What is wanting, if the operation says that it is paged.
    wanting: Option<String>,
}

impl Paging {
    /// What is said of the operation at `at`.
    pub(super) fn of(cx: &mut Cx<'_>, at: &Pointer, method: ir::Method, extensions: &Extensions) -> Self {
        if let Some(extension) = extensions.get(PAGINATION) {
            if *extension == Value::Bool(false) {
                return Self::none();
            }
            let at = at.key(PAGINATION);
            // What could not be read has been reported.
            let Some(rule) = rule(&mut cx.diagnostics, &at, extension) else { return Self::none() };
            return Self { rules: vec![rule], source: Source::Own(PAGINATION, at), wanting: None };
        }
        if let Some((name, found)) = dialects::rule(&cx.document.extensions, extensions) {
            let (rules, wanting) = match found {
                Ok(rule) => (vec![rule], None),
                Err(wanting) => (Vec::new(), Some(wanting)),
            };
            return Self { rules, source: Source::Own(name, at.key(name)), wanting };
        }
        // That anything else returns a page is for the operation to say.
        let rules = if method == ir::Method::Get { cx.paging.rules.clone() } else { Vec::new() };
        Self { rules, source: Source::Usual, wanting: None }
    }

    /// Not at all.
    fn none() -> Self {
        Self { rules: Vec::new(), source: Source::Usual, wanting: None }
    }

    /// Finds the inputs that say which page it is.
    pub(super) fn find_inputs(&mut self, params: &[ir::Param], body: Option<&ir::Body>) {
        let rules = std::mem::take(&mut self.rules);
        let found = rules.into_iter().map(|rule| with_inputs(rule, params, body));
        self.rules = found.filter_map(|rule| rule.map_err(|wanting| self.wanting = Some(wanting)).ok()).collect();
    }

    /// How the list that `schema` describes is divided into pages; `has_link` if a header `Link` comes with it.
    pub(super) fn page<'a>(
        &mut self,
        cx: &mut Cx<'a>,
        at: &Pointer,
        schema: SchemaRef<'a>,
        has_link: bool,
        context: &[Step],
    ) -> Option<ir::Page> {
        let is_usual = matches!(self.source, Source::Usual);
        self.rules.iter().filter(|rule| !is_usual || has_link || rule.next != Next::Link).find_map(|rule| {
            let page = page(cx, at, schema, rule, is_usual, context);
            page.map_err(|wanting| self.wanting = Some(wanting)).ok()
        })
    }

    /// Notes whether `answer` is a page, and reports an extension that says so when it is not.
    pub(super) fn conclude(self, cx: &mut Cx<'_>, answer: &ir::Answer) {
        let is_page = matches!(answer, ir::Answer::Page(_));
        match self.source {
            Source::Usual => cx.paging.used |= is_page,
            Source::Own(..) if is_page => {}
            Source::Own(name, at) => {
                let expected =
                    self.wanting.unwrap_or_else(|| "one success, whose answer is JSON with a schema".to_owned());
                match name {
                    PAGINATION => report(&mut cx.diagnostics, &at, PAGINATION, &expected),
                    _ => {
                        let problem = Problem::UnusedPagination { name: name.to_owned(), expected };
                        cx.diagnostics.report::<()>(&at, problem);
                    }
                }
            }
        }
    }
}

/// The extensions of an object.
type Extensions = indexmap::IndexMap<String, Value>;

/// The kinds of paging, by the member that says so, and the members that may stand beside it.
const KINDS: [(&str, &[&str]); 5] = [
    ("next_url", &["next_url", "items"]),
    ("link", &["link", "items"]),
    ("cursor", &["cursor", "parameter", "more", "items"]),
    ("page", &["page", "first", "limit", "pages", "total", "more", "items"]),
    ("offset", &["offset", "limit", "total", "more", "items"]),
];

/// Reads `x-pagination`, which stands at `at`.
fn rule(diagnostics: &mut Diagnostics, at: &Pointer, extension: &Value) -> Option<Rule> {
    let given: Vec<_> = KINDS.iter().filter(|(kind, _)| extension.get(kind).is_some()).collect();
    let [(kind, known)] = given.as_slice() else {
        let expected = "exactly one of `next_url: /pointer`, `cursor: /pointer`, `page: parameter`, \
                        `offset: parameter` and `link: true`";
        report(diagnostics, at, PAGINATION, expected);
        return None;
    };
    report_unknown(diagnostics, at, PAGINATION, known, extension);
    let mut reader = Reader { diagnostics, at, extension, complete: true };
    let next = match *kind {
        "next_url" => reader.pointer("next_url").map(Next::Url),
        "link" => reader.read("link", "true", |value| (*value == Value::Bool(true)).then_some(Next::Link)),
        "cursor" => {
            if extension.get("parameter").is_none() {
                report(reader.diagnostics, at, PAGINATION, "`parameter`, the input that `cursor` goes into");
                return None;
            }
            let (at, input) = (reader.pointer("cursor"), reader.input("parameter"));
            at.zip(input).map(|(at, input)| Next::Cursor { at, input })
        }
        "page" => reader.input("page").map(|input| Next::Page { input, first: 1 }),
        _ => reader.input("offset").map(|input| Next::Offset { input }),
    };
    let limit = reader.input("limit").map(|limit| End::Short { limit, usual: None, most: None });
    let pages = reader.pointer("pages").map(End::Pages);
    let total = reader.pointer("total").map(End::Total);
    let more = reader.pointer("more").map(End::More);
    let rule = Rule {
        items: reader.read("items", "a JSON pointer into the answer", |value| match value.as_str()? {
            "" => Some(Vec::new()),
            pointer => steps(pointer),
        }),
        first: reader.read("first", "the number of the first page", Value::as_i64),
        ends: [more, pages, total, limit].into_iter().flatten().collect(),
        next: next?,
    };
    reader.complete.then_some(rule)
}

/// Reads the members of `x-pagination`.
struct Reader<'a> {
    diagnostics: &'a mut Diagnostics,
    at: &'a Pointer,
    extension: &'a Value,
    /// Whether all could be read.
    complete: bool,
}

impl Reader<'_> {
    fn read<T>(&mut self, member: &str, expected: &str, read: impl Fn(&Value) -> Option<T>) -> Option<T> {
        let value = self.extension.get(member)?;
        let read = read(value);
        if read.is_none() {
            report(self.diagnostics, &self.at.key(member), PAGINATION, &format!("{expected} for `{member}`"));
            self.complete = false;
        }
        read
    }

    fn pointer(&mut self, member: &str) -> Option<Path> {
        self.read(member, "a JSON pointer into the answer", |value| steps(value.as_str()?))
    }

    fn input(&mut self, member: &str) -> Option<InputPlace> {
        let expected = "the name of an input, or a JSON pointer into the body";
        self.read(member, expected, |value| match value.as_str()? {
            "" => None,
            pointer if pointer.starts_with('/') => steps(pointer).map(InputPlace::Body),
            name => Some(InputPlace::Query(name.to_owned())),
        })
    }
}

/// The names in a JSON pointer (RFC 6901) to something inside an object.
fn steps(pointer: &str) -> Option<Path> {
    let path: Path = Pointer::parse(pointer)?.segments().collect();
    Some(path).filter(|path| !path.is_empty())
}

/// A JSON pointer to what `path` names.
fn pointer(path: &[String]) -> String {
    path.iter().collect::<Pointer>().as_str().to_owned()
}

/// `rule` with the inputs of an operation, or else what that does not have.
fn with_inputs(mut rule: Rule, params: &[ir::Param], body: Option<&ir::Body>) -> Result<Rule, String> {
    let find = |input: &mut InputPlace| find_input(input, params, body);
    match &mut rule.next {
        Next::Url(_) | Next::Link => {}
        Next::Cursor { input, .. } | Next::Offset { input } => drop(find(input)?),
        Next::Page { input, first } => {
            let default = find(input)?.and_then(|value| value.limits.default.as_ref()?.as_i64());
            *first = rule.first.or(default).unwrap_or(1);
        }
    }
    for end in &mut rule.ends {
        if let End::Short { limit, usual, most } = end {
            let value = find(limit)?;
            *usual = value.and_then(|value| value.limits.default.as_ref()?.as_u64());
            *most = value.and_then(|value| value.limits.maximum).map(|most| most as u64);
        }
    }
    Ok(rule)
}

/// What is said of `input`, which is one of the query or of the body; an error names what there is not.
fn find_input<'a>(
    input: &mut InputPlace,
    params: &'a [ir::Param],
    body: Option<&'a ir::Body>,
) -> Result<Option<&'a ir::Value>, String> {
    let member = |name: &str| match body {
        Some(ir::Body::Members(members)) => members.iter().find(|member| member.name == name).map(Some),
        Some(ir::Body::Json(value)) => {
            // It may have members, which there is nothing to be said about.
            matches!(value.ty, ir::Type::Any | ir::Type::Map(_) | ir::Type::Schema(_)).then_some(None)
        }
        _ => None,
    };
    match input {
        InputPlace::Query(name) => {
            let is_meant = |param: &&ir::Param| param.place == ir::ParamPlace::Query && param.value.name == *name;
            if let Some(param) = params.iter().find(is_meant) {
                name.clone_from(param.wire.as_ref().unwrap_or(&param.value.name));
                return Ok(Some(&param.value));
            }
            let found = member(name).ok_or_else(|| format!("a query parameter or a member of a JSON body `{name}`"))?;
            *input = InputPlace::Body(vec![std::mem::take(name)]);
            Ok(found)
        }
        InputPlace::Body(path) => {
            let wanting = || format!("a JSON body with `{}`", pointer(path));
            let found = path.first().and_then(|name| member(name)).ok_or_else(wanting)?;
            Ok(found.filter(|_| path.len() == 1))
        }
    }
}

/// The pages of the list that `schema` describes, or else what that does not have.
///
/// If nobody says that it is a list, then it is one only if nothing of it gets lost.
fn page<'a>(
    cx: &mut Cx<'a>,
    at: &Pointer,
    schema: SchemaRef<'a>,
    rule: &Rule,
    is_usual: bool,
    context: &[Step],
) -> Result<ir::Page, String> {
    let mut paths: Vec<&Path> = Vec::new();
    match &rule.next {
        Next::Url(path) => {
            let target = member(cx, at, schema, path).filter(|(at, schema)| schema::is_text(cx, at, *schema));
            target.ok_or_else(|| format!("a string at `{}` in the answer", pointer(path)))?;
            paths.push(path);
        }
        Next::Cursor { at, .. } => paths.push(at),
        Next::Link | Next::Page { .. } | Next::Offset { .. } => {}
    }
    paths.extend(rule.ends.iter().filter_map(|end| match end {
        End::More(path) | End::Pages(path) | End::Total(path) => Some(path),
        End::Short { .. } => None,
    }));
    for path in &paths {
        let value = member(cx, at, schema, path).filter(|(at, schema)| schema::is_scalar(cx, at, *schema));
        value.ok_or_else(|| format!("a value at `{}` in the answer", pointer(path)))?;
    }
    let items = match &rule.items {
        Some(items) => items.clone(),
        None => only_array(cx, at, schema)?,
    };
    let is_page = !is_usual || rule.items.is_some() || is_all(cx, at, schema, &items, &paths);
    // A header `Link` that nobody speaks of can have any relations.
    let is_guess = is_usual && !cx.paging.declared && rule.next == Next::Link;
    if !is_page || (is_guess && !is_list(cx, at, schema, &items)) {
        return Err("nothing in the answer beside its items and what leads to the next page".to_owned());
    }
    let item = member(cx, at, schema, &items).and_then(|(at, array)| schema::items(cx, &at, array));
    let (item_at, item) = item.ok_or_else(|| format!("an array at `{}` in the answer", pointer(&items)))?;
    let unclear = || "an answer that can be described".to_owned();
    let item = schema::lower(cx, &item_at, item, &within(context, Step::Item)).ok_or_else(unclear)?.ty;
    let envelope = schema::lower(cx, at, schema, &within(context, Step::Response)).ok_or_else(unclear)?.ty;
    Ok(ir::Page { items, item, envelope, next: rule.next.clone(), ends: rule.ends.clone() })
}

/// What `path` leads to within `schema`.
fn member<'a>(
    cx: &mut Cx<'a>,
    at: &Pointer,
    schema: SchemaRef<'a>,
    path: &[String],
) -> Option<(Pointer, SchemaRef<'a>)> {
    let mut here = (at.clone(), schema);
    for name in path {
        here = schema::members(cx, &here.0, here.1).swap_remove(name.as_str())?;
    }
    Some(here)
}

/// The way to the only array among the members of `schema`, unless that is an array itself.
fn only_array<'a>(cx: &mut Cx<'a>, at: &Pointer, schema: SchemaRef<'a>) -> Result<Path, String> {
    if schema::items(cx, at, schema).is_some() {
        return Ok(Vec::new());
    }
    let members = schema::members(cx, at, schema);
    let mut arrays = members.iter().filter(|(_, (at, schema))| schema::items(cx, at, *schema).is_some());
    match (arrays.next(), arrays.next()) {
        (Some((name, _)), None) => Ok(vec![(*name).to_owned()]),
        _ => Err("an answer with one array, or `items`, a JSON pointer to the one that is meant".to_owned()),
    }
}

/// Whether `schema` describes nothing but `items` and what `paths` lead through.
///
/// There may be further scalars on the way, about the page; and beside the items, if all of `paths` are that short.
fn is_all<'a>(cx: &mut Cx<'a>, at: &Pointer, schema: SchemaRef<'a>, items: &[String], paths: &[&Path]) -> bool {
    let is_flat = paths.iter().all(|path| path.len() == 1);
    let longest = paths.iter().map(|path| path.len()).max().unwrap_or(1);
    (0..longest).all(|depth| {
        let ways = paths.iter().filter(|path| path.len() > depth).map(|path| &path[..depth]);
        ways.chain((depth == 0).then_some(&[][..])).all(|way| {
            let Some((at, schema)) = member(cx, at, schema, way) else { return false };
            let members = schema::members(cx, &at, schema);
            members.iter().all(|(name, (at, schema))| {
                let leads = |path: &[String]| path.starts_with(way) && path.get(depth).is_some_and(|step| step == name);
                leads(items)
                    || paths.iter().any(|path| leads(path))
                    || ((depth > 0 || is_flat) && schema::is_scalar(cx, at, *schema))
            })
        })
    })
}

/// Whether `schema` is a list rather than something with a list: beside its items, there are only numbers and booleans.
fn is_list<'a>(cx: &mut Cx<'a>, at: &Pointer, schema: SchemaRef<'a>, items: &[String]) -> bool {
    let members = schema::members(cx, at, schema);
    let mut others = members.iter().filter(|(name, _)| items.first().is_none_or(|items| items != *name));
    others.all(|(_, (at, schema))| !schema::is_text(cx, at, *schema))
}

/// The members of an extension that is an object.
fn object(extension: &Value) -> Result<&Map<String, Value>, String> {
    extension.as_object().ok_or_else(|| "an object".to_owned())
}
