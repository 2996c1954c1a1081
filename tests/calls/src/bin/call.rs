//! Makes calls, and nothing else, for tools that count what a program does: `call fetch|create|list|reversed WAY N URL`.

use calls::Error;

fn main() -> Result<(), Error> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [case, way, n, url] = arguments.as_slice() else {
        return Err("usage: call fetch|create|list|reversed generated|manual N URL".into());
    };
    let (case, way, n) = (case.parse()?, way.parse()?, n.parse()?);
    calls::runtime()?.block_on(calls::call(case, way, n, url))
}
