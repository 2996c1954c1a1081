//! The types of module `models`, and newtypes.

use super::{Docs, Feature, Name, Type};

/// A text of a fixed form.
#[derive(Clone, Debug, PartialEq)]
pub struct Newtype {
    /// The name of the type.
    pub name: Name,
    /// What it is.
    pub docs: Docs,
    /// The regular expression of the document.
    pub expression: String,
    /// The same, part by part.
    pub parts: Vec<Part>,
    /// A text of this form.
    pub sample: String,
}

/// A part of a text of a fixed form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    /// These characters.
    Literal(String),
    /// So many characters, each within one of these ranges, both ends included.
    Class(Vec<(char, char)>, usize),
}

/// A type of module `models`.
#[derive(Clone, Debug, PartialEq)]
pub struct Model {
    /// The name of the type.
    pub name: Name,
    /// The name of its module, which others may be in, too; `None` if that is `models` itself.
    pub module: Option<Name>,
    /// What it is.
    pub docs: Docs,
    /// Whether new code should do without it.
    pub deprecated: bool,
    /// What it is made of.
    pub kind: ModelKind,
    /// Whether there is a value of it that is empty in all respects.
    pub default: bool,
    /// Whether callers make values of it by a struct literal, since it has too many required fields for arguments.
    pub literal: bool,
    /// Whether requests hold it, so that it can always be encoded, and be made by callers.
    pub encode: bool,
    /// The feature that it is there for, unless it always is. All models of a module have the same.
    pub feature: Option<String>,
}

impl Model {
    /// Whether only servers need it; its module is one of theirs.
    pub fn is_of_servers(&self) -> bool {
        self.feature.as_deref() == Some(Feature::SERVER)
    }

    /// Whether callers can make values of it of what it cannot do without.
    pub fn has_constructor(&self) -> bool {
        self.encode && !self.literal
    }

    /// Whether it is a struct of which callers make values otherwise than by naming all its fields.
    pub fn is_built(&self) -> bool {
        let ModelKind::Struct(fields) = &self.kind else { return false };
        self.has_constructor() || (self.encode && !fields.iter().all(Field::is_needed))
    }
}

/// What a model is made of.
#[derive(Clone, Debug, PartialEq)]
pub enum ModelKind {
    /// A struct with these fields.
    Struct(Vec<Field>),
    /// An enum with these variants, and one for texts that are none of them.
    Choice(Vec<Variant<String>>),
    /// An enum with these variants, and one for integers that are none of them.
    Integers(Vec<Variant<i64>>),
    /// An enum whose variants hold a value each, and one for any other value.
    Union(Union),
}

/// An enum whose variants hold a value each.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Union {
    /// The member of a value that says which variant it is.
    pub tag: Option<String>,
    /// The variants.
    pub cases: Vec<Case>,
}

/// A variant that holds a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Case {
    /// The name of the variant.
    pub name: Name,
    /// The type of its value.
    pub ty: Type,
    /// The values of the tag that announce it.
    pub tags: Vec<String>,
    /// What its values look like.
    pub shapes: Vec<Shape>,
}

/// What a value looks like in JSON.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "most are called what they are")]
pub enum Shape {
    Any,
    Text,
    Boolean,
    Integer,
    Number,
    /// With items that look like one of these; any, if there are none.
    Array(Vec<Shape>),
    Object {
        /// The model that has the members; `None` for a map, which has any.
        model: Option<Name>,
        /// Members that have one of a few texts.
        constants: Vec<(String, Vec<String>)>,
        /// Objects, and lists of them, that are not the same in all alternatives.
        nested: Vec<(String, Vec<Shape>)>,
    },
}

/// A field of a struct.
#[derive(Clone, Debug, PartialEq)]
pub struct Field {
    /// The name of the field.
    pub name: Name,
    /// The name of the method that sets it, if it is optional and callers make the struct.
    pub setter: Name,
    /// The name on the wire.
    pub wire: String,
    /// What it is.
    pub docs: Docs,
    /// Whether new code should do without it.
    pub deprecated: bool,
    /// The type, without `Option`.
    pub ty: Type,
    /// Whether it is always there, so that it needs no `Option`.
    pub required: bool,
    /// Whether it is written even where it is `None`: as null.
    pub written: bool,
    /// What a caller who leaves it out means, although it is always there.
    pub constant: Option<Constant>,
    /// The name of the method that sets it to null, if that is not the same as absent: its type is `Nullable` then.
    pub null: Option<Name>,
    /// Whether an accessor of the same name returns it or an error.
    pub accessor: bool,
    /// Whether it holds all members that have no field of their own.
    pub rest: bool,
    /// A value, for examples.
    pub example: Option<serde_json::Value>,
}

impl Field {
    /// Whether no value can be made without it.
    pub fn is_needed(&self) -> bool {
        self.required && !self.rest && self.constant.is_none()
    }
}

/// What a field is that nobody has set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Constant {
    /// The variant of its enum.
    Variant(Name),
    /// The text.
    Text(String),
}

/// A variant of an enum.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Variant<T> {
    /// The name of the variant.
    pub name: Name,
    /// The value on the wire.
    pub wire: T,
    /// What it is for, if the document says so.
    pub docs: Option<Docs>,
}
