//! How signals end the program.

use crate::PLUGINS;
use crate::client::{receive, receive_raw, send};
use crate::program::Program;

/// A request that the program says it has received.
fn in_flight(program: &Program) -> std::net::TcpStream {
    let stream = send(program.address, "GET", PLUGINS, &[]);
    program.wait_for("received");
    stream
}

#[test]
fn an_idle_program_ends_well() {
    for signal in ["INT", "TERM"] {
        let program = Program::start(&[]);
        program.signal(signal);
        let (status, ..) = program.end();
        assert_eq!(status.code(), Some(0), "{signal}");
    }
}

#[test]
fn a_request_in_flight_is_answered_first() {
    let program = Program::start(&["--log", "debug", "--latency", "500"]);
    let stream = in_flight(&program);
    program.signal("TERM");
    assert_eq!(receive(stream).status, 401);
    let (status, ..) = program.end();
    assert_eq!(status.code(), Some(0));
}

#[test]
fn a_second_signal_does_not_wait() {
    for (signal, code) in [("INT", 130), ("TERM", 143)] {
        // Ten minutes: nobody waits for that.
        let program = Program::start(&["--log", "debug", "--latency", "600000"]);
        let stream = in_flight(&program);
        program.signal("TERM");
        program.wait_for("stopping");
        program.signal(signal);
        let (status, ..) = program.end();
        assert_eq!(status.code(), Some(code));
        let (bytes, _) = receive_raw(stream);
        assert_eq!(bytes, b"");
    }
}

#[test]
fn s29_a_stalled_request_does_not_hold_it_up() {
    let program = Program::start(&["--log", "debug", "--fail-rate", "1", "--fail-with", "stall"]);
    let stream = send(program.address, "GET", PLUGINS, &[]);
    program.wait_for("stalls");
    program.signal("TERM");
    let (bytes, end) = receive_raw(stream);
    assert_eq!(bytes, b"");
    assert_eq!(end.unwrap_err().kind(), std::io::ErrorKind::ConnectionReset);
    let (status, _, log) = program.end();
    assert_eq!(status.code(), Some(0));
    assert!(log.contains("failed on purpose") && log.contains("stall"), "{log}");
}

#[test]
fn a_client_that_goes_away_is_logged() {
    let program = Program::start(&["--log", "debug", "--fail-rate", "1", "--fail-with", "stall"]);
    let stream = send(program.address, "GET", PLUGINS, &[]);
    program.wait_for("stalls");
    drop(stream);
    program.wait_for("ended without an answer");
}
