//! Features of a large crate: one for each resource, with the models that it needs.

use super::{is_large, names};
use crate::ir::{self, SchemaId};
use crate::rust::{Feature, Name};

/// Who needs a schema.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Owner {
    /// No operation.
    Nobody,
    /// The operations of one resource.
    One(usize),
    /// Those of several.
    Several,
    /// What is there in any case.
    All,
}

/// Who needs each schema, where resources are features.
pub(super) struct Owners {
    owners: Vec<Owner>,
    features: Vec<Feature>,
}

impl Owners {
    /// The owners of the schemas of `api`, whose resources are called so; `None` if there is nothing to choose.
    pub(super) fn of<'n>(api: &ir::Api, resources: impl Iterator<Item = &'n Name>) -> Option<Self> {
        if !is_large(api) || api.resources.len() < 2 {
            return None;
        }
        let features = names::features(resources).into_iter().map(|name| Feature { name, shares: false }).collect();
        let mut owners = Self { owners: vec![Owner::Nobody; api.schemas.len()], features };
        let headers = api.operations().flat_map(|operation| &operation.headers);
        owners.spread(api, headers.filter_map(|header| header.ty.schema()).collect(), Owner::All);
        for (index, resource) in api.resources.iter().enumerate() {
            let operations = resource.operations.iter();
            let held = operations.flat_map(|operation| [operation.asked(), operation.answered()].concat());
            owners.spread(api, held.filter_map(ir::Type::schema).collect(), Owner::One(index));
        }
        // What was held by a member that has gone, since it is of the other direction, has a model all the same.
        let is_left = |(index, schema): &(usize, &ir::Schema)| {
            owners.owners[*index] == Owner::Nobody && (schema.in_requests || schema.in_answers)
        };
        let left = api.schemas.iter().enumerate().filter(is_left).map(|(index, _)| SchemaId(index)).collect();
        owners.spread(api, left, Owner::All);
        Some(owners)
    }

    /// Adds `owner` to those of `schemas` and of all that these hold.
    fn spread(&mut self, api: &ir::Api, mut schemas: Vec<SchemaId>, owner: Owner) {
        while let Some(id) = schemas.pop() {
            let known = self.owners[id.0];
            let owners = match (known, owner) {
                (Owner::Nobody, owner) | (_, owner @ Owner::All) => owner,
                (Owner::One(one), Owner::One(other)) if one != other => Owner::Several,
                (known, _) => known,
            };
            if owners == Owner::Several {
                [known, owner].into_iter().for_each(|owner| self.share(owner));
            }
            if owners != known {
                self.owners[id.0] = owners;
                schemas.extend(api.schema(id).held().into_iter().filter_map(ir::Type::schema));
            }
        }
    }

    fn share(&mut self, owner: Owner) {
        if let Owner::One(index) = owner {
            self.features[index].shares = true;
        }
    }

    /// The feature that has a schema, unless it is there in any case.
    pub(super) fn feature(&self, id: SchemaId) -> Option<&str> {
        match self.owners[id.0] {
            Owner::One(index) => Some(&self.features[index].name),
            Owner::Several => Some(Feature::SHARED),
            Owner::Nobody | Owner::All => None,
        }
    }

    /// The features of the resources, in their order.
    pub(super) fn into_features(self) -> Vec<Feature> {
        self.features
    }
}
