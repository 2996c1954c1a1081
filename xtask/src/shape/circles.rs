//! Which nodes of a graph lead to one another: its strongly connected components (Tarjan, 1972).

/// The circle that each node is in, if only by itself.
pub(super) struct Circles(Vec<usize>);

impl Circles {
    /// The circles of the nodes that lead to those in `edges` each.
    pub(super) fn of(edges: &[Vec<usize>]) -> Self {
        let mut search = Search {
            edges,
            numbers: vec![None; edges.len()],
            circles: vec![None; edges.len()],
            path: Vec::new(),
            count: 0,
        };
        for node in 0..edges.len() {
            if search.numbers[node].is_none() {
                search.visit(node);
            }
        }
        Self(search.circles.into_iter().flatten().collect())
    }

    /// Whether each of two nodes leads to the other, or they are the same.
    pub(super) fn share(&self, one: usize, other: usize) -> bool {
        self.0[one] == self.0[other]
    }
}

struct Search<'a> {
    edges: &'a [Vec<usize>],
    /// The numbers of the nodes in the order in which they were found.
    numbers: Vec<Option<usize>>,
    /// The circles of those that are done with, by the number of the node that was found first.
    circles: Vec<Option<usize>>,
    /// The nodes that were found and are not done with.
    path: Vec<usize>,
    count: usize,
}

impl Search<'_> {
    /// Goes wherever `node` leads to; the lowest number of what is on the path there.
    fn visit(&mut self, node: usize) -> usize {
        let number = self.count;
        self.count += 1;
        self.numbers[node] = Some(number);
        self.path.push(node);
        let mut lowest = number;
        for &next in &self.edges[node] {
            lowest = lowest.min(match self.numbers[next] {
                None => self.visit(next),
                Some(other) if self.circles[next].is_none() => other,
                Some(_) => number,
            });
        }
        if lowest == number {
            while let Some(member) = self.path.pop() {
                self.circles[member] = Some(number);
                if member == node {
                    break;
                }
            }
        }
        lowest
    }
}

#[cfg(test)]
mod tests {
    use super::Circles;

    #[test]
    fn nodes_of_a_circle_lead_to_one_another() {
        // 0 → 1 → 2 → 0, 2 → 3 → 4 → 3, and 5 by itself.
        let circles = Circles::of(&[vec![1], vec![2], vec![0, 3], vec![4], vec![3], vec![5]]);
        for (one, other, expected) in
            [(0, 2, true), (1, 0, true), (2, 3, false), (3, 4, true), (5, 5, true), (5, 0, false)]
        {
            assert_eq!(circles.share(one, other), expected, "{one} and {other}");
        }
    }
}
