//! Whether two photos are one, and how the one was made of the other.

use std::cell::OnceCell;

use super::{
    agree::{Agreement, SIDE},
    align::{Matrix, Overlay, Plane},
    area,
    points::Point,
    pose::{self, Pose},
    shape::Disc,
    structure::Structure,
};

/// At least this likeness, and two photos are one. How seldom strangers' reach it: `tests/bench/photos`.
pub const MATCH_LIKENESS: f32 = 4.6;
/// At least this, and two photos are nearly one scene.
const NEARLY: f32 = 2.3;
/// Likeness above which nothing better is looked for.
const CLEAR: f32 = 8.0;
/// Correlation from which on a block is shown as agreeing.
const AGREES: f32 = 0.95;
/// Poses tried.
const MAX_POSES: usize = 3;
/// By how much less blocks of the coarse planes have to agree.
const EASE: f32 = 3.5;
/// A correlation, and how many blocks of the coarse planes are to have it at the pose that the points speak for.
const GLANCE: (f32, usize) = (0.7, 5);
/// The same after the planes were aligned.
const LOOK: (f32, usize) = (0.9, 7);
/// Likeness of the fine planes from which on it is worth aligning them from the start.
const MAYBE: f32 = 0.8;
/// Rounds of alignment before the blocks are chosen again.
const ROUNDS: usize = 3;
/// Which blocks each round goes by: the least correlation and the best share. First all, in case the key points are
/// a little off; if that does not do, by the best half, in case something large was laid over or put behind.
const BY_ALL: [(f32, f32); 4] = [(-1.0, 1.0), (0.3, 0.7), (0.6, 0.7), (0.8, 1.0)];
const BY_BEST: [(f32, f32); 5] = [(0.0, 0.5), (0.3, 0.4), (0.6, 0.4), (0.8, 1.0), (0.9, 1.0)];
/// The correlations that the blocks of an area are to have, one after the other, when the whole does not agree.
const BY_AREA: [f32; 8] = [0.5, 0.7, 0.8, 0.9, 0.95, 0.97, 0.97, 0.98];
/// The least correlations of the blocks that go for one scene, one after the other.
const BY_SCENE: [f32; 3] = [0.6, 0.9, 0.95];
/// On planes that are aligned already, from this one on.
const ALIGNED: usize = 1;

/// Two photos laid over each other.
#[derive(Debug, Clone, PartialEq)]
pub struct Comparison {
    /// How strongly what both show says that it is one photo; see [`MATCH_LIKENESS`].
    pub likeness: f32,
    /// How strongly it says so when what stands in the middle counts for no more than the rest. When this is enough and
    /// `likeness` is not, all the rest lies over each other here, and what stands in the middle differs.
    pub scene: f32,
    /// Whether the first was mirrored for this.
    pub mirrored: bool,
    /// Where the second lies in the first (mirrored, if so), in units of the longer side of each picture.
    pub pose: Pose,
    /// Share of the first picture that the second shows too, 0 to 1: less than 1 when the second was cropped.
    pub first_shown: f32,
    /// Share of the second picture that the first shows too.
    pub second_shown: f32,
    /// Blocks with structure in what both show, and those of them that agree.
    pub blocks: usize,
    /// See `blocks`.
    pub agreeing: usize,
    /// The agreeing blocks: left, top and side in units of the second picture's longer side (of the first's, mirrored
    /// if so, where `in_first`).
    pub places: Vec<[f32; 3]>,
    /// Whether `places` are in the first.
    pub in_first: bool,
}

impl Comparison {
    /// Whether it is one photo.
    pub fn is_same_photo(&self) -> bool {
        self.likeness >= MATCH_LIKENESS
    }

    /// Whether it is one scene with something else in the middle: another face on one photo, or one backdrop in one
    /// place with somebody else before it.
    pub fn is_same_scene(&self) -> bool {
        !self.is_same_photo() && self.scene >= MATCH_LIKENESS
    }

    /// Whether it is nearly that: too little to say so of two, enough to count those who share a scene.
    pub fn is_nearly_same_scene(&self) -> bool {
        !self.is_same_photo() && self.scene >= NEARLY
    }

    /// What says more comes later: one photo, then one scene, then anything else.
    fn says(&self) -> (bool, bool, f32) {
        let (same, scene) = (self.is_same_photo(), self.is_same_scene());
        (same, scene, if scene { self.scene } else { self.likeness })
    }
}

/// Lays two photos over each other as well as it goes. Nothing when no part of one looks like a part of the other.
pub fn compare(first: &Structure, second: &Structure) -> Option<Comparison> {
    Probe::new(first).compare(second)
}

/// A photo that is compared with many.
#[derive(Debug)]
pub struct Probe {
    upright: Opened,
    mirrored: OnceCell<Sized>,
    mirrored_points: Vec<Point>,
}

impl Probe {
    /// Of a photo's structure.
    pub fn new(structure: &Structure) -> Self {
        let mirrored_points = structure.mirrored_points();
        Self { upright: Opened::new(structure.clone()), mirrored: OnceCell::new(), mirrored_points }
    }

    /// What it was made of.
    pub fn structure(&self) -> &Structure {
        &self.upright.structure
    }

    /// As [`compare`], of this photo and a second.
    pub fn compare(&self, second: &Structure) -> Option<Comparison> {
        let points = [(false, &self.upright.structure.points), (true, &self.mirrored_points)];
        let poses = points.into_iter().map(|(mirrored, points)| (mirrored, pose::poses(points, &second.points)));
        let mut poses: Vec<(u32, bool, Pose)> =
            poses.flat_map(|(m, poses)| poses.into_iter().map(move |(votes, pose)| (votes, m, pose))).collect();
        poses.sort_by_key(|(votes, ..)| std::cmp::Reverse(*votes));
        let second = Opened::new(second.clone());
        let mut best: Option<Comparison> = None;
        for (_, mirrored, pose) in poses.into_iter().take(MAX_POSES) {
            let upright = self.upright.planes();
            let first = if mirrored { self.mirrored.get_or_init(|| upright.mirrored()) } else { upright };
            let Some(found) = laid(first, second.planes(), pose, mirrored) else { continue };
            if best.as_ref().is_none_or(|b| found.says() > b.says()) {
                best = Some(found);
            }
            if best.as_ref().is_some_and(|b| b.likeness >= CLEAR) {
                break;
            }
        }
        best
    }
}

/// A structure whose planes are read when they are needed.
#[derive(Debug)]
struct Opened {
    structure: Structure,
    planes: OnceCell<Sized>,
}

impl Opened {
    fn new(structure: Structure) -> Self {
        Self { structure, planes: OnceCell::new() }
    }

    fn planes(&self) -> &Sized {
        self.planes.get_or_init(|| {
            let grey = self.structure.plane();
            let disc = self.structure.round.then(|| Disc::inscribed(grey.width, grey.height));
            Sized::new(Plane::new(grey, disc, pixel(&self.structure)))
        })
    }
}

/// A photo's plane, and the same at half its size.
#[derive(Debug)]
struct Sized {
    fine: Plane,
    coarse: Plane,
}

impl Sized {
    fn new(fine: Plane) -> Self {
        Self { coarse: fine.halved(), fine }
    }

    fn mirrored(&self) -> Self {
        Self::new(Plane::new(self.fine.grey.mirrored(), self.fine.disc, self.fine.pixel))
    }
}

/// How wide and how high a pixel of the plane is, by the shape of the part of the image that is picture.
fn pixel(structure: &Structure) -> [f32; 2] {
    let [.., width, height] = structure.part.map(f32::from);
    let longer = width.max(height) / f32::from(structure.width.max(structure.height));
    [width / f32::from(structure.width), height / f32::from(structure.height)].map(|side| {
        let side = side / longer;
        // A plane of a few pixels' height, or a part that no sketch has.
        if !structure.round && (0.9..1.1).contains(&side) { side } else { 1.0 }
    })
}

/// The finer of the two is drawn on the pixels of the coarser.
fn laid(first: &Sized, second: &Sized, pose: Pose, mirrored: bool) -> Option<Comparison> {
    // Pixels of the first a pixel of the second.
    let scale = pose.scale() * first.fine.grey.longer() / second.fine.grey.longer();
    let turned = scale < 1.0;
    let (source, target, scale, start) =
        if turned { (second, first, 1.0 / scale, pose.inverse()) } else { (first, second, scale, pose) };
    let coarse = Overlay::new(&source.coarse, &target.coarse, scale, EASE);
    let found = Laid::coarsely(&coarse, coarse.matrix(&start))?;
    let overlay = Overlay::new(&source.fine, &target.fine, scale, 1.0);
    let fine = |placed: &Placed| overlay.matrix(&coarse.pose(placed.matrix));
    let mut laid = Laid::finely(&overlay, overlay.matrix(&start), fine(&found.best));
    if laid.likeness < MATCH_LIKENESS {
        if found.best.agreement.likeness() >= MAYBE || found.scenery.agreement.scene >= MAYBE {
            laid.evenly(&overlay, scale, [overlay.matrix(&start), fine(&found.best), fine(&found.scenery)]);
        }
        if found.scenery.agreement.scene >= MAYBE {
            laid.by_scene(&overlay, fine(&found.scenery));
        }
    }
    let (likeness, scene) = (laid.likeness, laid.scenery.agreement.scene);
    let best = if likeness < MATCH_LIKENESS && scene >= MATCH_LIKENESS { laid.scenery } else { laid.best };
    let pose = overlay.pose(best.matrix);
    let step = best.matrix[0] * best.matrix[0] + best.matrix[1] * best.matrix[1];
    let source = &source.fine;
    // What lies between the centres of the outermost pixels was compared; the photo goes on for half a pixel.
    let whole = |length: usize| length as f32 / length.saturating_sub(1).max(1) as f32;
    let reach = whole(source.grey.width) * whole(source.grey.height);
    let source_shown = (best.agreement.pixels as f32 * reach * step / source.pixels()).min(1.0);
    let target_shown = (best.agreement.cover * reach).min(1.0);
    let unit = overlay.target.grey.longer();
    let [wide, high] = overlay.target.pixel.map(|side| side / unit);
    let agreeing = best.agreement.blocks.iter().filter(|b| b.correlation > AGREES);
    let places: Vec<[f32; 3]> =
        agreeing.map(|b| [b.left as f32 * wide, b.top as f32 * high, SIDE as f32 / unit]).collect();
    Some(Comparison {
        likeness,
        scene,
        mirrored,
        pose: if turned { pose.inverse() } else { pose },
        first_shown: if turned { target_shown } else { source_shown },
        second_shown: if turned { source_shown } else { target_shown },
        blocks: best.agreement.blocks.len(),
        agreeing: places.len(),
        places,
        in_first: turned,
    })
}

/// How two photos lie over each other, and how they agree there.
#[derive(Clone)]
struct Placed {
    agreement: Agreement,
    matrix: Matrix,
}

/// The best that was found so far.
struct Laid {
    likeness: f32,
    best: Placed,
    /// Where most says that it is one scene.
    scenery: Placed,
}

impl Laid {
    fn at(overlay: &Overlay<'_>, matrix: Matrix) -> Self {
        let placed = Placed { agreement: Agreement::of(overlay, matrix), matrix };
        Self { likeness: placed.agreement.likeness(), best: placed.clone(), scenery: placed }
    }

    fn better(&mut self, likeness: f32, agreement: &Agreement, matrix: Matrix) {
        if likeness > self.likeness {
            self.likeness = likeness;
            self.best = Placed { agreement: agreement.clone(), matrix };
        }
        if agreement.scene > self.scenery.agreement.scene {
            self.scenery = Placed { agreement: agreement.clone(), matrix };
        }
    }

    /// When one photo was blurred or made small: compared with the other when that is as smooth.
    fn evenly(&mut self, overlay: &Overlay<'_>, scale: f32, [first, start, scenery]: [Matrix; 3]) {
        let Some([source, target]) = overlay.evened(start, scale) else { return };
        let overlay = Overlay::new(&source, &target, 1.0, 1.0);
        let mut even = Self::finely(&overlay, first, start);
        if even.likeness < MATCH_LIKENESS {
            even.by_scene(&overlay, scenery);
        }
        if even.likeness > self.likeness {
            (self.likeness, self.best) = (even.likeness, even.best);
        }
        if even.scenery.agreement.scene > self.scenery.agreement.scene {
            self.scenery = even.scenery;
        }
    }

    /// Aligns by what agrees well, whatever stands in the middle.
    fn by_scene(&mut self, overlay: &Overlay<'_>, mut matrix: Matrix) {
        let mut agreement = Agreement::of(overlay, matrix);
        for least in BY_SCENE {
            self.better(agreement.likeness(), &agreement, matrix);
            matrix = overlay.refined(matrix, &agreement.best(overlay, least, 1.0), ROUNDS);
            agreement = Agreement::of(overlay, matrix);
        }
        self.better(agreement.likeness(), &agreement, matrix);
    }

    /// On planes of half the size, the best of several ways to align them. Nothing when none of them is worth a closer look.
    fn coarsely(overlay: &Overlay<'_>, start: Matrix) -> Option<Self> {
        let mut best = Self::at(overlay, start);
        let look = best.best.agreement.clone();
        if look.agreeing(GLANCE.0) < GLANCE.1 {
            return None;
        }
        for choices in [BY_ALL.as_slice(), BY_BEST.as_slice()] {
            let (mut agreement, mut matrix) = (look.clone(), start);
            for (least, share) in choices {
                matrix = overlay.refined(matrix, &agreement.best(overlay, *least, *share), ROUNDS);
                agreement = Agreement::of(overlay, matrix);
                best.better(agreement.likeness(), &agreement, matrix);
            }
            if best.likeness >= CLEAR {
                return Some(best);
            }
            if agreement.agreeing(LOOK.0) < LOOK.1 && look.agreeing(LOOK.0) < LOOK.1 {
                return None;
            }
        }
        best.by_area(overlay, look, start, &BY_AREA);
        Some(best)
    }

    /// Aligns by the area that agrees most, and goes by what that area says.
    fn by_area(&mut self, overlay: &Overlay<'_>, mut agreement: Agreement, mut matrix: Matrix, correlations: &[f32]) {
        for least in correlations {
            matrix = overlay.refined(matrix, &area::largest(&agreement, overlay, *least), ROUNDS);
            agreement = Agreement::of(overlay, matrix);
            self.better(agreement.likeness().max(area::likeness(&agreement, overlay)), &agreement, matrix);
        }
    }

    /// Aligned a little better on the planes as they are.
    fn finely(overlay: &Overlay<'_>, first: Matrix, start: Matrix) -> Self {
        let mut best = Self::at(overlay, start);
        let look = best.best.agreement.clone();
        let matrix = overlay.refined(start, &look.best(overlay, 0.6, 1.0), ROUNDS);
        let agreement = Agreement::of(overlay, matrix);
        best.better(agreement.likeness(), &agreement, matrix);
        if best.likeness >= MATCH_LIKENESS {
            return best;
        }
        best.better(area::likeness(&look, overlay), &look, start);
        best.better(area::likeness(&agreement, overlay), &agreement, matrix);
        best.by_area(overlay, look, start, &BY_AREA[ALIGNED..]);
        if (MAYBE..MATCH_LIKENESS).contains(&best.likeness) {
            let agreement = Agreement::of(overlay, first);
            best.by_area(overlay, agreement, first, &BY_AREA);
        }
        if best.likeness < MATCH_LIKENESS && overlay.is_same_shape() {
            let unmoved = overlay.unmoved();
            let agreement = Agreement::of(overlay, unmoved);
            let likeness = area::likeness(&agreement, overlay);
            best.better(likeness, &agreement, unmoved);
            if (MAYBE..MATCH_LIKENESS).contains(&likeness) {
                best.by_area(overlay, agreement, unmoved, &BY_AREA[ALIGNED..]);
            }
        }
        best
    }
}
