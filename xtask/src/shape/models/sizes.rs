//! How large values are, and which variants of unions stand behind a pointer for it.

use std::collections::HashMap;

use crate::rust::{Field, Model, ModelKind, Name, Type, Union};

/// The most bytes that a variant has: clippy finds an enum wasteful that has 200 more in one variant than in the others.
const MOST: usize = 200;

/// A box around what the variants of unions hold, where it is large: every value of an enum takes as much memory as its
/// largest.
pub(super) fn box_large(models: &mut [Model]) {
    let models_by_name = models.iter().map(|model| (&model.name, model)).collect();
    let mut sizes = Sizes { known: HashMap::new(), models: models_by_name };
    let known: HashMap<Name, usize> =
        models.iter().map(|model| (model.name.clone(), sizes.named(&model.name))).collect();
    for model in models {
        let ModelKind::Union(Union { cases, .. }) = &mut model.kind else { continue };
        for case in cases {
            if let Type::Model(name) = &case.ty
                && known.get(name).is_some_and(|size| *size > MOST)
            {
                case.ty = Type::Box(Box::new(case.ty.clone()));
            }
        }
    }
}

/// The sizes of models in bytes, none of them too low.
struct Sizes<'a> {
    models: HashMap<&'a Name, &'a Model>,
    known: HashMap<Name, usize>,
}

impl Sizes<'_> {
    fn named(&mut self, name: &Name) -> usize {
        if let Some(size) = self.known.get(name) {
            return *size;
        }
        let Some(model) = self.models.get(name).copied() else { return 0 };
        let size = match &model.kind {
            ModelKind::Struct(fields) => fields
                .iter()
                .fold(0, |size: usize, Field { ty, .. }| size.saturating_add(self.of(ty)).saturating_add(8)),
            ModelKind::Choice(_) => 24,
            ModelKind::Integers(_) => 16,
            ModelKind::Union(union) => {
                // What is larger gets a box.
                let sizes = union.cases.iter().map(|case| self.of(&case.ty)).filter(|size| *size <= MOST);
                sizes.max().unwrap_or_default().max(Self::VALUE) + 8
            }
        };
        self.known.insert(name.clone(), size);
        size
    }

    /// A JSON value that keeps the order of its members.
    const VALUE: usize = 72;

    fn of(&mut self, ty: &Type) -> usize {
        match ty {
            Type::Bool | Type::I32 | Type::I64 | Type::U32 | Type::U64 | Type::F32 | Type::F64 | Type::Box(_) => 8,
            Type::Timestamp | Type::MailTime | Type::Date => 16,
            Type::String | Type::Newtype(_) | Type::Bytes | Type::Vec(_) | Type::Map(_) => 24,
            Type::Value => Self::VALUE,
            Type::Option(inner) => self.of(inner).saturating_add(8),
            Type::Model(name) | Type::Choice(name) | Type::Integers(name) | Type::Union(name) => self.named(name),
        }
    }
}
