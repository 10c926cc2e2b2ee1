//! Where the parties and ties of the network stand in its picture.
//!
//! Countries stand on an outer ring, groups on a middle ring; an agreement of three or more parties is a point of its
//! own on an inner ring with a spoke to each party, so that sixty parties make sixty lines and not two thousand.

use std::collections::BTreeMap;
use std::f64::consts::TAU;

use app::view::Named;
use app::view::network::{NetworkView, Tie};

/// Half the side of the picture, in its own units.
pub(super) const HALF: i32 = 540;
const OUTER: f64 = 470.0;
const MIDDLE: f64 = 300.0;
const INNER: f64 = 150.0;

/// The picture.
pub(super) struct Picture {
    pub(super) nodes: Vec<Spot>,
    pub(super) hubs: Vec<Spot>,
    pub(super) lines: Vec<Line>,
}

/// A party or an agreement of many.
pub(super) struct Spot {
    pub(super) x: i32,
    pub(super) y: i32,
    pub(super) group: bool,
    pub(super) named: Named,
    /// What stands on it: the code of a party, a number for an agreement.
    pub(super) label: String,
}

/// A tie.
pub(super) struct Line {
    pub(super) path: String,
    pub(super) recognises: String,
    pub(super) state: &'static str,
    pub(super) title: String,
    /// Name of the head, for a line that runs one way.
    pub(super) head: Option<&'static str>,
}

impl Picture {
    pub(super) fn of(view: &NetworkView) -> Self {
        let nodes = nodes(view);
        let many: Vec<_> = view.ties.iter().filter(|tie| tie.parties.len() > 2).collect();
        let hubs = hubs(&many);
        let mut lines = spokes(&many, &hubs, &nodes);
        lines.extend(pairs(view, &nodes));
        Self { nodes, hubs, lines }
    }

    pub(super) fn view_box(&self) -> String {
        format!("{} {} {} {}", -HALF, -HALF, 2 * HALF, 2 * HALF)
    }
}

fn nodes(view: &NetworkView) -> Vec<Spot> {
    let (groups, countries): (Vec<_>, Vec<_>) =
        (0..view.nodes.len()).partition(|place| view.nodes[*place].group);
    let mut spots: Vec<Option<Spot>> = (0..view.nodes.len()).map(|_| None).collect();
    for (ring, radius, ahead) in [(countries, OUTER, 0.0), (groups, MIDDLE, 0.5)] {
        for (turn, place) in ring.iter().enumerate() {
            let node = &view.nodes[*place];
            let (x, y) = on_ring(turn, ring.len(), radius, ahead);
            let label = node.party.id.clone();
            spots[*place] = Some(Spot { x, y, group: node.group, named: node.party.clone(), label });
        }
    }
    spots.into_iter().flatten().collect()
}

fn hubs(many: &[&Tie]) -> Vec<Spot> {
    let mut agreements: Vec<&Named> = Vec::new();
    for tie in many {
        if !agreements.iter().any(|known| known.id == tie.agreement.id) {
            agreements.push(&tie.agreement);
        }
    }
    let count = agreements.len();
    let spot = |(turn, named): (usize, &&Named)| {
        let (x, y) = if count == 1 { (0, 0) } else { on_ring(turn, count, INNER, 0.25) };
        Spot { x, y, group: false, named: (*named).clone(), label: (turn + 1).to_string() }
    };
    agreements.iter().enumerate().map(spot).collect()
}

fn spokes(many: &[&Tie], hubs: &[Spot], nodes: &[Spot]) -> Vec<Line> {
    let mut drawn: BTreeMap<(usize, usize), Line> = BTreeMap::new();
    for tie in many {
        let Some(hub) = hubs.iter().position(|hub| hub.named.id == tie.agreement.id) else { continue };
        for party in tie.parties.iter().filter(|party| **party < nodes.len()) {
            let line = Line {
                path: format!("M{} {}L{} {}", hubs[hub].x, hubs[hub].y, nodes[*party].x, nodes[*party].y),
                recognises: tie.recognises.code.clone(),
                state: tie.ways.iter().find(|way| way.to == *party).map_or(whole(tie), |way| way.state),
                title: format!("{}: {}", nodes[*party].named.name, tie.agreement.name),
                head: None,
            };
            keep_stronger(&mut drawn, (hub, *party), line, |line| line.state);
        }
    }
    drawn.into_values().collect()
}

/// The state of the parties of an annex of many of whom nothing else is said.
fn whole(tie: &Tie) -> &'static str {
    if tie.state == "partly_suspended" { "in_force" } else { tie.state }
}

/// Ties of two parties. Where both directions stand alike they are one line; otherwise each is an arrow of its own.
fn pairs(view: &NetworkView, nodes: &[Spot]) -> Vec<Line> {
    let mut ways: BTreeMap<(usize, usize), (&Tie, &'static str)> = BTreeMap::new();
    for tie in &view.ties {
        let [a, b] = tie.parties[..] else { continue };
        let both = [(a, b, tie.state), (b, a, tie.state)];
        let stated = tie.ways.iter().filter_map(|way| Some((way.from?, way.to, way.state)));
        let stated: Vec<_> = if tie.ways.is_empty() { both.to_vec() } else { stated.collect() };
        for (from, to, state) in stated {
            keep_stronger(&mut ways, (from, to), (tie, state), |(_, state)| state);
        }
    }
    let alike = |a: &(&Tie, &str), b: &(&Tie, &str)| a.0.recognises == b.0.recognises && a.1 == b.1;
    let mut lines = Vec::new();
    for (&(from, to), way) in &ways {
        let back = ways.get(&(to, from));
        let (Some(start), Some(end)) = (nodes.get(from), nodes.get(to)) else { continue };
        if back.is_some_and(|back| alike(way, back)) {
            if from < to {
                lines.push(arc(start, end, way, "–", 0));
            }
        } else {
            lines.push(arc(start, end, way, "→", if back.is_some() { 26 } else { 0 }));
        }
    }
    lines
}

/// A line bent towards the middle, so that it does not run along the ring; aside where another runs the other way.
fn arc(start: &Spot, end: &Spot, (tie, state): &(&Tie, &'static str), sign: &str, aside: i32) -> Line {
    let (dx, dy) = (end.x - start.x, end.y - start.y);
    let length = dx.abs().max(dy.abs()).max(1);
    let (cx, cy) =
        ((start.x + end.x) / 5 - dy * aside * 2 / length, (start.y + end.y) / 5 + dx * aside * 2 / length);
    Line {
        path: format!("M{} {}Q{cx} {cy} {} {}", start.x, start.y, end.x, end.y),
        recognises: tie.recognises.code.clone(),
        state,
        title: format!("{} {sign} {}: {}", start.named.name, end.named.name, tie.agreement.name),
        head: (sign == "→").then_some(if end.group { "arrow-to-group" } else { "arrow-to-country" }),
    }
}

/// Of several ties between the same two, one in force is drawn before one that is not.
fn keep_stronger<T, K: Ord>(
    drawn: &mut BTreeMap<K, T>,
    place: K,
    line: T,
    state: impl Fn(&T) -> &'static str,
) {
    let rank = |line: &T| match state(line) {
        "in_force" => 2,
        "partly_suspended" => 1,
        _ => 0,
    };
    if drawn.get(&place).is_none_or(|known| rank(known) < rank(&line)) {
        drawn.insert(place, line);
    }
}

/// A place on a ring, a part of a step ahead, so that rings do not stand behind one another.
#[expect(clippy::cast_possible_truncation, reason = "within the picture")]
#[expect(clippy::cast_precision_loss, reason = "there are a few hundred countries")]
fn on_ring(turn: usize, count: usize, radius: f64, ahead: f64) -> (i32, i32) {
    let angle = TAU * (turn as f64 + ahead) / count.max(1) as f64 - TAU / 4.0;
    ((radius * angle.cos()).round() as i32, (radius * angle.sin()).round() as i32)
}

#[cfg(test)]
mod tests {
    use app::view::network::{Node, TieWay};
    use app::view::{Kind, Source, Term};
    use jiff::civil::date;

    use super::*;

    fn view(ties: Vec<(&str, &'static str, Vec<usize>)>) -> NetworkView {
        let node = |code: &str| Node { party: Named::new(Kind::Country, code, code), group: code == "EU" };
        let tie = |(id, state, parties): (&str, &'static str, Vec<usize>)| Tie {
            agreement: Named::new(Kind::Agreement, id, id),
            annex: Named::new(Kind::Annex, id, id),
            recognises: Term::new("recognises", "results"),
            state,
            ways: Vec::new(),
            parties,
            source: Source::default(),
        };
        NetworkView {
            on: date(2026, 1, 1),
            nodes: ["AU", "CH", "EU", "US"].map(node).to_vec(),
            ties: ties.into_iter().map(tie).collect(),
            sectors: Vec::new(),
            sector: None,
            recognises: None,
        }
    }

    #[test]
    fn an_agreement_of_many_is_a_point_with_spokes() {
        let picture =
            Picture::of(&view(vec![("many", "in_force", vec![0, 1, 3]), ("two", "in_force", vec![0, 2])]));
        assert_eq!((picture.hubs.len(), picture.lines.len()), (1, 4));
    }

    #[test]
    fn a_pair_with_several_annexes_is_one_line_in_force_if_any_is() {
        let picture = Picture::of(&view(vec![("a", "suspended", vec![0, 2]), ("b", "in_force", vec![2, 0])]));
        assert_eq!(picture.lines.len(), 1);
        assert_eq!(picture.lines[0].state, "in_force");
    }

    #[test]
    fn a_direction_that_is_suspended_is_an_arrow_beside_the_one_that_is_not() {
        let mut view = view(vec![("a", "partly_suspended", vec![2, 3])]);
        let way = |from, to, state| TieWay { from: Some(from), to, state };
        view.ties[0].ways = vec![way(2, 3, "in_force"), way(3, 2, "suspended")];
        let picture = Picture::of(&view);
        let told: Vec<_> =
            picture.lines.iter().map(|line| (line.title.as_str(), line.state, line.head)).collect();
        let expected = [
            ("EU → US: a", "in_force", Some("arrow-to-country")),
            ("US → EU: a", "suspended", Some("arrow-to-group")),
        ];
        assert_eq!(told, expected);
        assert_ne!(picture.lines[0].path, picture.lines[1].path);
    }

    #[test]
    fn no_two_parties_stand_on_one_spot() {
        let picture = Picture::of(&view(Vec::new()));
        let mut spots: Vec<_> = picture.nodes.iter().map(|spot| (spot.x, spot.y)).collect();
        spots.sort_unstable();
        spots.dedup();
        assert_eq!(spots.len(), 4);
    }
}
