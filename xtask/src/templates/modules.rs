//! Which modules of the runtime a crate does without: those that no emitted file, and no other module, mentions.

use crate::rust::{BodyKind, Crate, Input, Model, ModelKind, Next, Operation, Output, Taken, Type, Write};

/// The paths of the modules that `krate` has no use for.
pub fn unused(krate: &Crate) -> Vec<&'static str> {
    uses(krate).into_iter().filter(|(_, is_used)| !is_used).map(|(module, _)| module).collect()
}

/// The paths of all modules that there are crates without, and whether `krate` has a use for each.
fn uses(krate: &Crate) -> [(&'static str, bool); 29] {
    let operations = || krate.resources.iter().flat_map(|resource| &resource.operations);
    let answers = |is_meant: fn(&Output) -> bool| operations().any(|operation| has(&operation.output, is_meant));
    let unions = krate.models.values().any(|model| matches!(model.kind, ModelKind::Union(_)));
    let events = answers(|output| matches!(output, Output::Events(_)));
    let downloads = events || answers(|output| matches!(output, Output::Binary(_)));
    let uploads = operations().any(uploads);
    let lists = krate.has_lists();
    let ends = answers(|output| matches!(output, Output::Page { ends, .. } if !ends.is_empty()));
    let schemes = |module| krate.schemes.iter().any(|scheme| scheme.kind.module() == module);
    let headers = !krate.headers.is_empty();
    let formats = headers || models(krate).chain(operations().flat_map(types)).any(|ty| ty.format().is_some());
    [
        ("runtime/build", krate.models.values().any(Model::is_built)),
        ("runtime/choice", krate.models.values().any(|model| matches!(model.kind, ModelKind::Choice(_)))),
        ("runtime/credentials/basic", schemes("basic")),
        ("runtime/credentials/keys", schemes("keys")),
        ("runtime/credentials/places", schemes("places")),
        ("runtime/download", downloads),
        ("runtime/envelope", lists),
        ("runtime/environment", krate.base_url_variable.is_some() || !krate.credential_variables.is_empty()),
        ("runtime/events", events),
        ("runtime/file", uploads),
        ("runtime/flow", uploads),
        ("runtime/format", formats),
        ("runtime/header", headers),
        ("runtime/integer", krate.models.values().any(|model| matches!(model.kind, ModelKind::Integers(_)))),
        ("runtime/link", answers(|output| matches!(output, Output::Page { next: Next::Link, .. }))),
        ("runtime/multipart", uploads),
        ("runtime/newtype", !krate.newtypes.is_empty()),
        // Formats know them.
        ("runtime/nullable", formats || nullable(krate)),
        ("runtime/page", lists),
        ("runtime/paging", lists),
        ("runtime/paging/ends", ends),
        ("runtime/paging/inputs", ends || answers(by_input)),
        ("runtime/redirect", answers(|output| *output == Output::Redirect)),
        ("runtime/request/form", operations().any(form)),
        ("runtime/request/json", operations().any(json)),
        ("runtime/request/styles", operations().any(styles)),
        ("runtime/token", krate.schemes.iter().any(|scheme| scheme.provider.is_some())),
        ("runtime/union", unions),
        ("runtime/upload", uploads),
    ]
}

/// The text of `module` without those of `unused` that stand in it, which are named on lines of their own.
pub fn without(module: &str, text: &str, unused: &[&str]) -> String {
    let inner: Vec<&str> = unused.iter().filter_map(|path| path.strip_prefix(module)?.strip_prefix('/')).collect();
    if inner.is_empty() {
        return text.to_owned();
    }
    let is_kept = |line: &&str| !inner.iter().any(|name| names(line.trim_end(), name));
    text.split_inclusive('\n').filter(is_kept).collect()
}

/// Whether `line` declares the module `name`, or exports something of it.
fn names(line: &str, name: &str) -> bool {
    let declared = line.strip_suffix(';').and_then(|line| line.strip_suffix(name));
    let exported = line.strip_prefix("pub use self::").and_then(|line| line.strip_prefix(name));
    declared.is_some_and(|before| before.ends_with("mod ")) || exported.is_some_and(|after| after.starts_with("::"))
}

/// Whether `output`, or one of several that it may be, is meant.
fn has(output: &Output, is_meant: fn(&Output) -> bool) -> bool {
    match output {
        Output::Several(answers) => answers.cases.iter().any(|case| has(&case.output, is_meant)),
        output => is_meant(output),
    }
}

/// Whether an input of the request leads to the next page.
fn by_input(output: &Output) -> bool {
    matches!(output, Output::Page { next: Next::Cursor { .. } | Next::Page { .. } | Next::Offset { .. }, .. })
}

/// Whether something is uploaded, or sent in parts.
fn uploads(operation: &Operation) -> bool {
    let mut inputs = operation.arguments.iter().chain(&operation.setters);
    operation.body == BodyKind::Parts
        || inputs
            .any(|input| matches!(input.taken, Taken::Upload | Taken::Uploads) || matches!(input.write, Write::Upload))
}

/// Whether requests tell null from what is absent.
fn nullable(krate: &Crate) -> bool {
    let members = krate.models.values().any(|model| match &model.kind {
        ModelKind::Struct(fields) => fields.iter().any(|field| field.null.is_some()),
        ModelKind::Choice(_) | ModelKind::Integers(_) | ModelKind::Union(_) => false,
    });
    let mut operations = krate.resources.iter().flat_map(|resource| &resource.operations);
    members || operations.any(|operation| operation.setters.iter().any(|setter| setter.null.is_some()))
}

/// Whether the body is a form.
fn form(operation: &Operation) -> bool {
    operation.body == BodyKind::Form
}

/// Whether the body is JSON.
fn json(operation: &Operation) -> bool {
    operation.body == BodyKind::Members
        || operation.arguments.iter().chain(&operation.setters).any(|input| input.write == Write::Json)
}

/// Whether an input is in one of the rarer styles.
fn styles(operation: &Operation) -> bool {
    let usual = |input: &Input| {
        matches!(
            input.write,
            Write::Path
                | Write::Query
                | Write::QueryEach
                | Write::Header
                | Write::Form
                | Write::FormEach
                | Write::FormJson
                | Write::FormJsonEach
                | Write::Member
                | Write::Json
                | Write::Text
                | Write::Upload
                | Write::Part
                | Write::PartEach
                | Write::PartJson
                | Write::PartJsonEach
                | Write::File
                | Write::FileEach
        )
    };
    !operation.arguments.iter().chain(&operation.setters).all(usual)
}

/// The types that the members of models have.
fn models(krate: &Crate) -> impl Iterator<Item = &Type> {
    krate.models.values().flat_map(|model| -> Vec<&Type> {
        match &model.kind {
            ModelKind::Struct(fields) => fields.iter().map(|field| &field.ty).collect(),
            ModelKind::Union(union) => union.cases.iter().map(|case| &case.ty).collect(),
            ModelKind::Choice(_) | ModelKind::Integers(_) => Vec::new(),
        }
    })
}

/// The types that an operation takes and returns.
fn types(operation: &Operation) -> Vec<&Type> {
    let taken = operation.arguments.iter().chain(&operation.setters).filter_map(|input| match &input.taken {
        Taken::Value(ty) | Taken::Values(ty) => Some(ty),
        Taken::Text | Taken::Texts | Taken::Upload | Taken::Uploads => None,
    });
    let mut types: Vec<&Type> = taken.collect();
    returned(&operation.output, &mut types);
    types
}

fn returned<'a>(output: &'a Output, types: &mut Vec<&'a Type>) {
    match output {
        Output::Json(ty) | Output::Events(Some(ty)) => types.push(ty),
        Output::Page { item, envelope, .. } => types.extend([item, envelope]),
        Output::Several(answers) => answers.cases.iter().for_each(|case| returned(&case.output, types)),
        Output::Empty | Output::Text(_) | Output::Binary(_) | Output::Events(None) | Output::Redirect => {}
    }
}

#[cfg(test)]
mod tests {
    use std::collections::{HashMap, HashSet};

    use super::*;

    #[test]
    fn lines_of_unused_modules_are_left_out() {
        let runtime = "mod file;\nmod files;\npub(crate) mod upload;\n\npub use self::text::Text;\npub use self::upload::Upload;\n";
        let unused = ["runtime/file", "runtime/upload", "runtime/files/text", "other/files"];
        assert_eq!(without("runtime", runtime, &unused), "mod files;\n\npub use self::text::Text;\n");
    }

    #[test]
    fn every_module_that_may_be_left_out_is_there() {
        let all = crate::templates::COPIED.iter().map(|template| (template.module(), template.text));
        let all: HashMap<&str, &str> = all.collect();
        let document = crate::load::text("empty.yaml", EMPTY).document.expect("a document");
        let api = crate::lower::api(&document, &crate::Selection::default()).0.expect("an API");
        let krate = crate::shape::api(&api, "empty").0.expect("a crate");
        let modules: HashSet<&str> = uses(&krate).iter().map(|(module, _)| *module).collect();
        let optional = crate::templates::COPIED.iter().filter(|template| template.is_optional);
        assert_eq!(modules, optional.map(|template| template.module()).collect());
        for module in modules {
            let (parent, _) = module.rsplit_once('/').expect("a module within another");
            let text = all[parent];
            assert!(without(parent, text, &[module]).len() < text.len(), "{module} has no line of its own in {parent}");
        }
    }

    const EMPTY: &str = "openapi: 3.0.3\ninfo: { title: Nothing, version: '1' }\npaths: {}\n";
}
