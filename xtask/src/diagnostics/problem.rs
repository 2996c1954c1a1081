//! Every message of the generator, with its code, its severity and what to do about it.
//!
//! A new problem is a variant of [`Problem`] and an arm of [`Problem::facts`], which the compiler asks for.

use std::ops::Range;

use super::{Place, Pointer, nearest};

/// How bad a problem is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// The generator carries on, in the way that the message or the help states.
    Warning,
    /// Nothing is generated.
    Error,
}

/// What the generator does where the document leaves it no choice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It generates nothing.
    Fatal,
    /// It does as if the value were not there, which costs documentation or checks at most.
    Ignored,
    /// It does as if something else were there.
    Assumed(&'static str),
}

/// What is wrong, in the words of the OpenAPI specification.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[expect(missing_docs, reason = "the messages say what the fields are")]
pub enum Problem {
    // The file, found by `load`.
    //
    /// The file cannot be opened or read.
    #[error("cannot read the file: {reason}")]
    Unreadable { reason: String },
    /// The file is no text; `offset` counts bytes from 0.
    #[error("the file is not UTF-8: no character starts with the byte at offset {offset}")]
    NotUtf8 { offset: usize },
    /// The file holds white space and comments at most.
    #[error("the document is empty")]
    EmptyDocument,
    /// The parser gave up.
    #[error("this is not valid {format}: {reason}")]
    Syntax { format: &'static str, reason: String },
    /// Objects and arrays within one another, beyond what the parsers take.
    #[error("objects and arrays are nested too deeply")]
    TooDeep,
    /// Aliases of aliases, each harmless on its own.
    #[error("the aliases of this document multiply to more than {limit} bytes")]
    TooManyAliases { limit: usize },
    /// A YAML merge key whose value is no mapping.
    #[error("a merge key `<<` takes a mapping or a list of mappings, not {found}")]
    InvalidMerge { found: String },
    /// A member that stands twice in the same object; `first` is the range of bytes of the other key.
    #[error("duplicate member `{member}`")]
    DuplicateMember { member: String, first: Range<usize> },

    // The version, found by `load`.
    //
    /// Neither `openapi` nor `swagger`.
    #[error("this is not an OpenAPI document: member `openapi` is missing")]
    NotOpenApi,
    /// OpenAPI 2.0.
    #[error("OpenAPI 2.0 (Swagger) is not supported")]
    Swagger,
    /// A version that adds to one that is known.
    #[error("OpenAPI {version} is read as OpenAPI 3.1")]
    NewerVersion { version: String },
    /// A word that is newer than the document says it is.
    #[error("{word} is of OpenAPI 3.1, and the document says that it is of 3.0")]
    NewerWord { word: String },
    /// Any version that is not known.
    #[error("OpenAPI {version} is not supported yet")]
    UnsupportedVersion { version: String },
    /// A version that does not exist.
    #[error("`{version}` is not a version of OpenAPI")]
    UnknownVersion { version: String },

    // The structure, found by `load`.
    //
    /// A member that the specification requires.
    #[error("the {object} object has no `{member}`")]
    MissingMember { object: &'static str, member: &'static str, outcome: Outcome },
    /// A member that the specification does not know; `meant` is a similar one that it does.
    #[error("unknown member `{member}` of the {object} object")]
    UnknownMember {
        object: &'static str,
        member: String,
        meant: Option<&'static str>,
        outcome: Outcome,
        hint: Option<&'static str>,
    },
    /// An object where an array should be, and the like.
    #[error("expected {expected}, found {found}")]
    WrongType { expected: String, found: String, outcome: Outcome, hint: Option<&'static str> },
    /// A scalar that says what it should, but has `quotes` or lacks them.
    #[error("expected {expected}, found {found}")]
    Misquoted { expected: String, found: String, quotes: bool },
    /// A member that is `null`, or in YAML has no value at all.
    #[error("member `{member}` has no value")]
    NullMember { member: String },
    /// Something else than one of the values that a member may have.
    #[error("unknown value `{value}` of `{member}`")]
    UnknownValue {
        member: String,
        value: String,
        expected: &'static [&'static str],
        outcome: Outcome,
        hint: Option<&'static str>,
    },
    /// A key of a Responses object.
    #[error("`{status}` is not a response status")]
    InvalidStatus { status: String },
    /// A key of the Paths object.
    #[error("the path `{path}` does not start with `/`")]
    PathWithoutSlash { path: String },
    /// Members beside `$ref`, in place of a `object`.
    #[error("{} beside `$ref` {} ignored", quoted(members), if members.len() == 1 { "is" } else { "are" })]
    IgnoredSiblings { object: &'static str, members: Vec<String> },
    /// A `$ref` where OpenAPI allows none.
    #[error("expected {expected}, found a reference")]
    MisplacedReference { expected: String, outcome: Outcome },
    /// A Parameter or Header object with neither of two members.
    #[error("the {object} object has neither `schema` nor `content`")]
    SchemaOrContent { object: &'static str, outcome: Outcome },
    /// A Parameter or Header object with both.
    #[error("the {object} object has both `schema` and `content`")]
    SchemaAndContent { object: &'static str },
    /// A Parameter or Header object whose `content` has any number of entries but one.
    #[error("the `content` of a {object} object has one entry, not {count}")]
    ContentEntries { object: &'static str, count: usize },
    /// What got past our checks and is nothing that the package openapiv3 has a type for.
    #[error("the document cannot be interpreted: {reason}")]
    Refused { reason: String },

    // References and meaning, found by `lower`.
    //
    /// A `$ref` into this document that leads nowhere; `meant` is what was probably meant.
    #[error("`{reference}` is not in this document")]
    DanglingReference { reference: String, meant: Option<String> },
    /// A value of a discriminator that is mapped to nothing, as bundling leaves behind; `meant` is a component of that
    /// name.
    #[error("`{value}` is mapped to `{target}`, which is no schema")]
    DanglingMapping { value: String, target: String, meant: Option<String> },
    /// A `$ref` to what is in no file.
    #[error("`{reference}` does not refer to a file")]
    ForeignReference { reference: String },
    /// A file that a `$ref` leads to and that is of no use.
    #[error("cannot use {path}: {reason}")]
    UnusableFile { path: String, reason: String },
    /// Something that keeps an operation, or a parameter that it can do without, from being offered.
    #[error("{what} is not supported")]
    LeftOut { what: String },
    /// A name that is chosen and that nothing has.
    #[error("there is no operation and no tag `{name}`")]
    UnknownSelection { name: String, meant: Option<String> },
    /// A `$ref` where no reference may stand.
    #[error("a reference stands for {expected}")]
    InlinedReference { expected: String },
    /// A chain of `$ref` that never reaches anything.
    #[error("the reference leads back to itself: {}", chain.join(" → "))]
    CircularReference { chain: Vec<String> },
    /// A `$ref` to, for example, a response where a schema should be.
    #[error("expected a reference to {expected}, but `{reference}` is {found}")]
    ReferenceToWrongKind { reference: String, expected: String, found: String },
    /// Two operations of the same name; `first` is the other.
    #[error("duplicate operationId `{id}`")]
    DuplicateOperationId { id: String, first: Pointer, derived: String },
    /// An operation without a name.
    #[error("the operation {} {path} has no operationId", method.to_ascii_uppercase())]
    MissingOperationId { method: String, path: String, derived: String },
    /// A path parameter that its path never mentions.
    #[error("path parameter `{name}` does not occur in `{path}`")]
    PathParameterNotInPath { name: String, path: String },
    /// A placeholder that no parameter describes.
    #[error("`{{{name}}}` in `{path}` has no path parameter")]
    PathPlaceholderWithoutParameter { name: String, path: String },
    /// A path parameter without `required: true`.
    #[error("path parameter `{name}` is not required")]
    PathParameterNotRequired { name: String },
    /// A path with a `{` and no `}`.
    #[error("a placeholder of the path `{path}` is not closed")]
    UnclosedPlaceholder { path: String },
    /// A path with something that does not belong in a path.
    #[error("the path `{path}` has a `{character}`")]
    PathWithMore { path: String, character: char, outcome: Outcome },
    /// Two paths that are the same once their fragments are left out, as they are from what is sent.
    #[error("the path `{path}` is `{other}` with a fragment")]
    PathWithFragmentOfAnother { path: String, other: String },
    /// A parameter whose parts have parts, for which OpenAPI has no style.
    #[error("the {place} parameter `{name}` has parts within parts, which its style has no form for")]
    DeepParameter { name: String, place: &'static str },
    /// A name in `required` that is near to that of a property, and of none.
    #[error("`{name}` is required, and no property is called so")]
    RequiredWithoutProperty { name: String, meant: String },
    /// A format of texts that nothing is known of, and that is near to one which has a type of its own.
    #[error("nothing is known of the format `{format}`")]
    MisspeltFormat { format: String, meant: &'static str },
    /// A range that nothing is in.
    #[error("`{least}` is greater than `{most}`")]
    EmptyRange { least: &'static str, most: &'static str },
    /// An entry of `encoding` that encodes nothing.
    #[error("`encoding` has an entry for `{name}`, which is no property of the body")]
    EncodingWithoutProperty { name: String },
    /// A server of a path or an operation whose URL nothing can be sent to.
    #[error("`{url}` is no complete URL")]
    IgnoredServer { url: String },
    /// Something to show that one alternative asks for and callers cannot, while they can do with another one.
    #[error("{what} is not supported yet")]
    IgnoredAlternative { what: String },
    /// Two schemes of one alternative that take different things, both in the same `place`, such as a header.
    #[error("`{first}` and `{second}` both go into the {place}, which a request has once")]
    CrowdedPlace { first: String, second: String, place: String },
    /// A scheme of HTTP authentication that callers have to know themselves.
    #[error("the HTTP authentication scheme `{scheme}` is not supported yet")]
    UnknownAuthentication { scheme: String },
    /// A server whose URL nothing can be sent to.
    #[error("`{url}` is no complete URL")]
    IncompleteServer { url: String },
    /// Two parameters of one operation with the same name and place (`query`, `header` …).
    #[error("duplicate {place} parameter `{name}`")]
    DuplicateParameter { name: String, place: String },
    /// Two names of the document that become the same `what` (such as `type` or `field of Plugin`) in Rust.
    #[error("`{first_name}` and `{second_name}` are the same {what} in Rust: `{rust}`")]
    NameCollision {
        rust: Box<str>,
        what: Box<str>,
        first: Pointer,
        first_name: String,
        second_name: String,
        given: Box<str>,
    },
    /// A name without a single letter or digit.
    #[error("`{name}` cannot be made a name in Rust")]
    UnnamableInRust { name: String, given: String },
    /// A construct that the generator does not offer yet.
    #[error("{what} is not supported yet")]
    Unsupported { what: String },
    /// A document without anything to call.
    #[error("the document describes no operations")]
    NoOperations,
    /// A choice of operations that takes none.
    #[error("none of the operations is selected")]
    NothingSelected,
    /// An `x-` member of ours with a value that makes no sense.
    #[error("invalid value of the extension `{name}`: expected {expected}")]
    InvalidExtension { name: String, expected: String },
    /// An extension of others on paging that cannot be followed.
    #[error("no pages are made of `{name}`: expected {expected}")]
    UnusedPagination { name: String, expected: String },
    /// A `pattern` that is not a regular expression of ours.
    #[error("cannot check the pattern `{pattern}`: {reason}")]
    InvalidPattern { pattern: String, reason: String },
}

impl Problem {
    /// The name of this kind of problem, the same from version to version: `unknown-member`.
    pub fn code(&self) -> &'static str {
        self.facts().code
    }

    /// Whether anything can be generated in spite of it.
    pub fn severity(&self) -> Severity {
        self.facts().severity
    }

    /// What to do about it, or what the generator does.
    pub fn help(&self) -> Option<String> {
        self.facts().help
    }

    /// Whether it may be that a reference leads nowhere.
    pub(super) fn is_about_a_reference(&self) -> bool {
        matches!(
            self,
            Self::DanglingReference { .. }
                | Self::ForeignReference { .. }
                | Self::UnusableFile { .. }
                | Self::CircularReference { .. }
                | Self::ReferenceToWrongKind { .. }
                | Self::Unsupported { .. }
        )
    }

    /// A second place that belongs to it, and what that place is.
    pub fn related(&self) -> Option<(Place, &'static str)> {
        match self {
            Self::DuplicateMember { first, .. } => Some((Place::Text(first.clone()), "first given here")),
            Self::DuplicateOperationId { first, .. } => Some((first.into(), "first used here")),
            Self::NameCollision { first, .. } => Some((Place::Key(first.clone()), "the other one")),
            _ => None,
        }
    }

    fn facts(&self) -> Facts {
        match self {
            Self::Unreadable { .. } => {
                error("unreadable-file", "name a file that exists and holds an OpenAPI document in YAML or JSON")
            }
            Self::NotUtf8 { .. } => error("not-utf-8", "save the file in the encoding UTF-8"),
            Self::EmptyDocument => error("empty-document", "start with `openapi: 3.0.3`, `info` and `paths`"),
            Self::Syntax { .. } => error("invalid-syntax", "correct this first: nothing beyond it has been looked at"),
            Self::TooDeep => error("nested-too-deeply", "name the inner schemas in `components` and refer to them"),
            Self::TooManyAliases { .. } => error("too-many-aliases", "use `$ref` for what occurs often"),
            Self::InvalidMerge { .. } => error("invalid-merge-key", "write `<<: *name` or `<<: [*first, *second]`"),
            Self::DuplicateMember { .. } => error("duplicate-member", "remove or rename one of the two"),
            Self::NotOpenApi => error("not-openapi", "add `openapi: 3.0.3` if this is an OpenAPI document"),
            Self::Swagger => error("unsupported-version", "convert the document to OpenAPI 3.0"),
            Self::NewerVersion { .. } => {
                warning("newer-version", "write `openapi: 3.1.1`; as it stands, what is new in 3.2 is left out")
            }
            Self::NewerWord { .. } => {
                warning("newer-word", "write `openapi: 3.1.1`, which the whole document is read as")
            }
            Self::UnsupportedVersion { .. } => error(
                "unsupported-version",
                "convert the document to OpenAPI 3.1; the number alone is not enough, since schemas differ",
            ),
            Self::UnknownVersion { .. } => error("unknown-version", "write `openapi: 3.0.3`"),
            Self::MissingMember { member, outcome, .. } => {
                graded(*outcome, "missing-member", format!("add `{member}`"))
            }
            Self::UnknownMember { member, meant, outcome, hint, .. } => {
                graded(*outcome, "unknown-member", unknown_member(member, *meant, *hint))
            }
            Self::WrongType { expected, outcome, hint, .. } => {
                graded(*outcome, "wrong-type", hint.map_or(format!("write {expected}"), str::to_owned))
            }
            Self::Misquoted { quotes: true, .. } => {
                warning("misquoted-value", "remove the quotes; the value is read as if they were not there")
            }
            Self::Misquoted { quotes: false, .. } => {
                warning("misquoted-value", "put it in quotes; the value is read as if they were there")
            }
            Self::NullMember { member } => {
                warning("null-member", format!("give `{member}` a value or remove it; as it stands, it is ignored"))
            }
            Self::UnknownValue { value, expected, outcome, hint, .. } => {
                graded(*outcome, "unknown-value", unknown_value(value, expected, *hint))
            }
            Self::InvalidStatus { .. } => {
                error("invalid-status", "use a status code such as '200', a range such as '4XX', or `default`")
            }
            Self::PathWithoutSlash { path } => error("path-without-slash", format!("write `/{path}`")),
            Self::IgnoredSiblings { object: "Schema", members } => warning(
                "ignored-sibling",
                format!("write `allOf: [{{ $ref: … }}]` beside {0}, or remove {0}", quoted(members)),
            ),
            Self::IgnoredSiblings { members, .. } => {
                warning("ignored-sibling", format!("remove {}, or write out what `$ref` refers to", quoted(members)))
            }
            Self::MisplacedReference { outcome, .. } => graded(
                *outcome,
                "misplaced-reference",
                "write out what it refers to: no reference may stand here".to_owned(),
            ),
            Self::SchemaOrContent { outcome, .. } => graded(
                *outcome,
                "schema-or-content",
                "describe the value, for example `schema: { type: string }`".to_owned(),
            ),
            Self::SchemaAndContent { .. } => {
                warning("schema-and-content", "remove one of the two; as it stands, `content` is ignored")
            }
            Self::ContentEntries { count: 0, .. } => error("content-entries", "name a media type and its schema"),
            Self::ContentEntries { .. } => {
                warning("content-entries", "keep one; as it stands, all but the first are ignored")
            }
            Self::Refused { .. } => {
                error("refused", "this place could not be narrowed down: please report it, with the document")
            }

            Self::DanglingReference { meant, .. } => error(
                "dangling-reference",
                match meant {
                    Some(meant) => format!("did you mean `{meant}`?"),
                    None => "correct the reference or define its target".to_owned(),
                },
            ),
            Self::DanglingMapping { meant: Some(name), .. } => {
                warning("dangling-mapping", format!("write `#/components/schemas/{name}`, which it is taken for"))
            }
            Self::DanglingMapping { meant: None, .. } => warning(
                "dangling-mapping",
                "correct the entry; as it stands, alternatives are told apart by what they look like",
            ),
            Self::ForeignReference { .. } => {
                error("foreign-reference", "save what it refers to beside the document, and refer to that file")
            }
            Self::UnusableFile { .. } => error("unusable-file", "correct the file, or the reference to it"),
            Self::InlinedReference { .. } => {
                warning("inlined-reference", "OpenAPI has no references here; what it refers to takes its place")
            }
            Self::CircularReference { .. } => {
                error("circular-reference", "let one of them be something else than a reference")
            }
            Self::ReferenceToWrongKind { expected, .. } => {
                error("reference-to-wrong-kind", format!("refer to {expected}"))
            }
            Self::DuplicateOperationId { derived, .. } => warning(
                "duplicate-operation-id",
                format!("give each operation an operationId of its own; as it stands, this one is called `{derived}`"),
            ),
            Self::MissingOperationId { derived, .. } => warning(
                "missing-operation-id",
                format!("add an `operationId`; as it stands, the operation is called `{derived}`"),
            ),
            Self::PathParameterNotInPath { name, .. } => warning(
                "path-parameter-not-in-path",
                format!(
                    "add `{{{name}}}` to the path, correct the name, or move the parameter with `in`; \
                     as it stands, it is ignored"
                ),
            ),
            Self::PathPlaceholderWithoutParameter { name, .. } => warning(
                "placeholder-without-parameter",
                format!(
                    "add a parameter with `name: {name}`, `in: path` and `required: true`; as it stands, any text is taken"
                ),
            ),
            Self::PathParameterNotRequired { .. } => warning(
                "path-parameter-not-required",
                "add `required: true`; no path can be built without it, so it is taken to be required",
            ),
            Self::UnclosedPlaceholder { .. } => error("unclosed-placeholder", "close it with `}`"),
            Self::PathWithMore { character: '?', outcome, .. } => {
                graded(*outcome, "path-with-more", "describe what follows it as parameters with `in: query`".to_owned())
            }
            Self::PathWithMore { outcome, .. } => graded(
                *outcome,
                "path-with-more",
                "remove it and what follows, since a fragment is never sent".to_owned(),
            ),
            Self::PathWithFragmentOfAnother { .. } => warning(
                "path-with-more",
                "nothing of a fragment is ever sent: calls of both go to the same address, which may be what is meant",
            ),
            Self::DeepParameter { .. } => warning(
                "deep-parameter",
                "describe its text as `content: { application/json: … }`; as it stands, it is written as JSON",
            ),
            Self::RequiredWithoutProperty { meant, .. } => warning(
                "required-without-property",
                format!("did you mean `{meant}`? As it stands, the name is ignored"),
            ),
            Self::MisspeltFormat { meant, .. } => {
                warning("misspelt-format", format!("did you mean `{meant}`? As it stands, the values are texts"))
            }
            Self::EmptyRange { .. } => {
                warning("empty-range", "correct one of the two; callers check neither, but both are in the docs")
            }
            Self::EncodingWithoutProperty { .. } => warning(
                "encoding-without-property",
                "correct the name or remove the entry; as it stands, it is ignored",
            ),
            Self::IgnoredServer { .. } => warning(
                "ignored-server",
                "write an absolute URL and declare its `variables`; as it stands, calls go to the server of the others",
            ),
            Self::IgnoredAlternative { .. } => {
                warning("ignored-alternative", "callers have to do with the other alternatives")
            }
            Self::CrowdedPlace { .. } => warning(
                "crowded-place",
                "make them alternatives, each an item of `security`; as it stands, callers have to show one of them",
            ),
            Self::UnknownAuthentication { .. } => warning(
                "unknown-authentication",
                "callers have to give the whole value of the header `Authorization` themselves",
            ),
            Self::IncompleteServer { .. } => warning(
                "incomplete-server",
                "write an absolute URL and declare its `variables`; as it stands, callers have to give the base URL",
            ),
            Self::DuplicateParameter { .. } => error("duplicate-parameter", "remove or rename one of the two"),
            Self::NameCollision { given, .. } => {
                warning("name-collision", format!("rename one of the two; as it stands, this one is called `{given}`"))
            }
            Self::UnnamableInRust { given, .. } => warning(
                "unnamable-in-rust",
                format!("use a name with at least one letter; as it stands, it is called `{given}`"),
            ),
            Self::LeftOut { .. } => {
                warning("left-out", "describe it another way; as it stands, the crate does without what needs it")
            }
            Self::UnknownSelection { meant, .. } => error(
                "unknown-selection",
                match meant {
                    Some(meant) => format!("did you mean `{meant}`?"),
                    None => "give the name of a tag or an operationId".to_owned(),
                },
            ),
            Self::Unsupported { .. } => error("unsupported", "describe it another way for now"),
            Self::NoOperations => warning("no-operations", "add operations under `paths`"),
            Self::NothingSelected => warning("no-operations", "name others with `--only`, or fewer with `--skip`"),
            Self::InvalidExtension { expected, .. } => error("invalid-extension", format!("write {expected}")),
            Self::UnusedPagination { .. } => warning(
                "unused-pagination",
                "the answer is returned as a whole; `x-pagination` beside it takes precedence, and can say more",
            ),
            Self::InvalidPattern { .. } => warning(
                "invalid-pattern",
                "the pattern is kept for the documentation, and nothing is checked against it",
            ),
        }
    }
}

/// What there is to know about a problem besides its message.
struct Facts {
    code: &'static str,
    severity: Severity,
    help: Option<String>,
}

fn error(code: &'static str, help: impl Into<String>) -> Facts {
    Facts { code, severity: Severity::Error, help: Some(help.into()) }
}

fn warning(code: &'static str, help: impl Into<String>) -> Facts {
    Facts { code, severity: Severity::Warning, help: Some(help.into()) }
}

/// An error or a warning, and what follows from it.
fn graded(outcome: Outcome, code: &'static str, help: String) -> Facts {
    let separator = if help.ends_with('?') { "" } else { ";" };
    match outcome {
        Outcome::Fatal => error(code, help),
        Outcome::Ignored => warning(code, format!("{help}{separator} as it stands, it is ignored")),
        Outcome::Assumed(what) => warning(code, format!("{help}{separator} as it stands, {what} is assumed")),
    }
}

/// `names` as in a sentence: `a`, `b` and `c`.
fn quoted(names: &[String]) -> String {
    let names: Vec<_> = names.iter().map(|name| format!("`{name}`")).collect();
    match &names[..] {
        [names @ .., last] if !names.is_empty() => format!("{} and {last}", names.join(", ")),
        names => names.concat(),
    }
}

fn unknown_member(member: &str, meant: Option<&str>, hint: Option<&str>) -> String {
    match (hint, meant) {
        (Some(hint), _) => hint.to_owned(),
        (None, Some(meant)) => format!("did you mean `{meant}`?"),
        (None, None) => format!("remove it, or call it `x-{member}` if it is an extension"),
    }
}

fn unknown_value(value: &str, expected: &[&str], hint: Option<&str>) -> String {
    if let Some(meant) = nearest(value, expected.iter().copied()) {
        return format!("did you mean `{meant}`?");
    }
    let expected: Vec<_> = expected.iter().map(|value| format!("`{value}`")).collect();
    let hint = hint.map(|hint| format!("; {hint}")).unwrap_or_default();
    match &expected[..] {
        [only] => format!("write {only}{hint}"),
        several => format!("write one of {}{hint}", several.join(", ")),
    }
}
