//! Stopping, in two steps: first no new work, then the end of everything.

use tokio::sync::watch;

/// Tells a server to stop; dropping it is the same as [`Stopper::cut`].
#[derive(Debug)]
pub struct Stopper(watch::Sender<Step>);

/// Learns that the server is to stop.
#[derive(Clone, Debug)]
pub struct Stopping(watch::Receiver<Step>);

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Step {
    Run,
    Drain,
    Cut,
}

/// The two ends of a fresh one.
pub fn channel() -> (Stopper, Stopping) {
    let (sender, receiver) = watch::channel(Step::Run);
    (Stopper(sender), Stopping(receiver))
}

impl Stopper {
    /// No new connections and requests; what is being answered is answered.
    pub fn drain(&self) {
        self.raise(Step::Drain);
    }

    /// Everything ends now.
    pub fn cut(&self) {
        self.raise(Step::Cut);
    }

    /// Goes to `step`, and never back.
    fn raise(&self, step: Step) {
        self.0.send_if_modified(|now| {
            let higher = step > *now;
            *now = step.max(*now);
            higher
        });
    }
}

impl Stopping {
    /// Waits until the server takes no new work.
    pub async fn drained(&self) {
        self.reached(Step::Drain).await;
    }

    /// Waits until everything is to end.
    pub async fn cut(&self) {
        self.reached(Step::Cut).await;
    }

    async fn reached(&self, step: Step) {
        // An error means that the stopper is gone, which is the last step.
        let _ = self.0.clone().wait_for(|now| *now >= step).await;
    }
}
