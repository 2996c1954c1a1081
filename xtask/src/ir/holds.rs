//! Which types operations and schemas hold.

use super::{Answer, Body, Form, Operation, PartKind, Schema, Type};

impl Operation {
    /// The types of what requests hold.
    pub fn asked(&self) -> Vec<&Type> {
        let mut types: Vec<&Type> = self.params.iter().map(|param| &param.value.ty).collect();
        match &self.body {
            Some(Body::Form(fields)) => types.extend(fields.iter().map(|field| &field.value.ty)),
            Some(Body::Members(members)) => types.extend(members.iter().map(|member| &member.ty)),
            Some(Body::Json(value)) => types.push(&value.ty),
            Some(Body::Multipart(parts)) => {
                let fields = parts.iter().filter(|part| part.kind != PartKind::File);
                types.extend(fields.map(|part| &part.value.ty));
            }
            Some(Body::Text(_) | Body::Binary(_)) | None => {}
        }
        types
    }

    /// The types of what answers hold; of a page, that of its items.
    pub fn answered(&self) -> Vec<&Type> {
        let mut types = Vec::new();
        self.answer.each(&mut |answer| match answer {
            Answer::Json(ty) | Answer::Events(Some(ty)) => types.push(ty),
            Answer::Page(page) => types.push(&page.item),
            _ => {}
        });
        types.extend(self.refusals.iter().map(|refusal| &refusal.ty));
        types.extend(self.headers.iter().map(|header| &header.ty));
        types
    }

    /// The types of what is around the items of pages.
    pub fn enveloped(&self) -> Vec<&Type> {
        let mut types = Vec::new();
        self.answer.each(&mut |answer| {
            if let Answer::Page(page) = answer {
                types.push(&page.envelope);
            }
        });
        types
    }
}

impl Answer {
    /// Hands this answer to `visit`, or each of several.
    fn each<'a>(&'a self, visit: &mut impl FnMut(&'a Self)) {
        match self {
            Self::Several(cases) => cases.iter().for_each(|case| case.answer.each(visit)),
            answer => visit(answer),
        }
    }
}

impl Schema {
    /// The types of its members or alternatives.
    pub fn held(&self) -> Vec<&Type> {
        match &self.form {
            Form::Object { properties, rest } => properties.iter().map(|property| &property.ty).chain(rest).collect(),
            Form::Union { cases, .. } => cases.iter().map(|case| &case.ty).collect(),
            Form::Text { .. } | Form::Choice(_) | Form::Integers(_) => Vec::new(),
        }
    }
}
