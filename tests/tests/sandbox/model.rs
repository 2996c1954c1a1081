//! Any sequence of operations: the sandbox answers each of them as the rules say.
//!
//! `draw` makes up what is `asked`; `steps` carries it out on both sides and compares the answers, and `run` in the end
//! all lists. The sides are the sandbox, through the client, and the rules: `rules` and `lists`, in the form that
//! `expected` gives them.

mod asked;
mod draw;
mod expected;
mod lists;
mod pages;
mod picks;
mod rules;
mod run;
mod steps;

use proptest::prelude::*;
use proptest::test_runner::Config;
use tokio::runtime::Builder;

use self::draw::sequence;
use self::run::Run;

/// A case is up to 60 requests, so that fewer of them than usual must do.
fn config() -> Config {
    Config { cases: 128, max_shrink_iters: 2000, failure_persistence: None, ..Config::default() }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn the_sandbox_keeps_the_rules(operations in sequence()) {
        let runtime = Builder::new_current_thread().enable_all().build().expect("a runtime");
        runtime.block_on(async {
            let mut run = Run::start().await;
            for asked in &operations {
                run.step(asked).await?;
            }
            run.finish().await
        })?;
    }
}
