//! Numbers behind names that are taken.

use std::collections::HashMap;

/// How far the numbers behind each name have been tried, so that a name that thousands want is found in time.
#[derive(Debug, Default)]
pub(crate) struct Numbers(HashMap<String, usize>);

impl Numbers {
    /// `name`, or the first that is not taken of `name`, `join` and a number from 2 on.
    ///
    /// What is taken must stay so until the next call.
    pub(crate) fn free(&mut self, name: String, join: &str, is_taken: impl Fn(&str) -> bool) -> String {
        if !is_taken(&name) {
            return name;
        }
        let numbered = |number: usize| format!("{name}{join}{number}");
        let mut number = self.0.get(&name).copied().unwrap_or(2);
        while is_taken(&numbered(number)) {
            number += 1;
        }
        let free = numbered(number);
        self.0.insert(name, number);
        free
    }
}
