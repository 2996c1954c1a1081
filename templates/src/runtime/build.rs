//! How callers make objects that requests hold.

/// How callers make a struct: from what it cannot do without, each with how it is kept, and by methods that return it with
/// another value of a field.
macro_rules! build {
    (
        impl $name:ident;
        $(new {
            $($required:ident $(: $taken:ty)? = $kept:expr,)*
        })?
        $(
            $(#[$about:meta])*
            fn $setter:ident($($given:ident: $ty:ty)?) => $field:ident = $value:expr;
        )*
    ) => {
        #[allow(deprecated, reason = "deprecated fields are set like others")]
        impl $name {
            $(
                /// A value with what it cannot do without.
                #[allow(clippy::needless_update, reason = "it may need all that it has")]
                #[inline]
                #[must_use]
                pub fn new($($($required: $taken,)?)*) -> Self {
                    Self { $($required: $kept,)* ..$crate::runtime::fields::Empty::empty() }
                }
            )?

            $(
                $(#[$about])*
                #[inline]
                #[must_use]
                pub fn $setter(mut self $(, $given: $ty)?) -> Self {
                    self.$field = $value;
                    self
                }
            )*
        }
    };
}

pub(crate) use build;
