//! Whether two photos are one, and how the one was made of the other.

use super::{
    agree::{Agreement, SIDE},
    align::{Matrix, Overlay, Plane},
    area,
    pose::{self, Pose},
    shape::Disc,
    structure::Structure,
};

/// At least this likeness, and two photos are one. Of 935,028 pairs of different portraits, most of them generated in one
/// pose before one backdrop and many in the same clothes, none reaches 4.
pub const MATCH_LIKENESS: f32 = 4.6;
/// Likeness above which nothing better is looked for.
const CLEAR: f32 = 8.0;
/// Correlation from which on a block is shown as agreeing.
const AGREES: f32 = 0.95;
/// Poses tried.
const MAX_POSES: usize = 3;
/// The correlations that the blocks of an area are to have, one after the other, when the whole does not agree.
const BY_AREA: [f32; 8] = [0.5, 0.7, 0.8, 0.9, 0.95, 0.97, 0.97, 0.98];
/// On the fine planes, from this one on.
const SKIP: usize = 1;
/// From here on it is worth aligning the fine planes from the start.
const MAYBE: f32 = 0.8;
/// A correlation, and how many blocks of the coarse planes are to have it for a closer look.
const NEAR: (f32, usize) = (0.9, 5);
/// Rounds of alignment before the blocks are chosen again.
const ROUNDS: usize = 5;
/// Which blocks each round goes by: the least correlation and the best share. First all, in case the key points are
/// a little off; if that does not do, by the best half, in case something large was laid over or put behind.
const BY_ALL: [(f32, f32); 4] = [(-1.0, 1.0), (0.3, 0.7), (0.6, 0.7), (0.8, 1.0)];
const BY_BEST: [(f32, f32); 5] = [(0.0, 0.5), (0.3, 0.4), (0.6, 0.4), (0.8, 1.0), (0.9, 1.0)];

/// Two photos laid over each other.
#[derive(Debug, Clone, PartialEq)]
pub struct Comparison {
    /// How strongly what both show says that it is one photo; see [`MATCH_LIKENESS`].
    pub likeness: f32,
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
}

/// Lays two photos over each other as well as it goes. Nothing when no part of one looks like a part of the other.
pub fn compare(first: &Structure, second: &Structure) -> Option<Comparison> {
    let upright = pose::poses(&first.points, &second.points);
    let mirrored = pose::poses(&first.mirrored_points(), &second.points);
    let mut poses: Vec<(u32, bool, Pose)> = upright.into_iter().map(|(votes, pose)| (votes, false, pose)).collect();
    poses.extend(mirrored.into_iter().map(|(votes, pose)| (votes, true, pose)));
    poses.sort_by_key(|(votes, ..)| std::cmp::Reverse(*votes));
    let target = open(second, false);
    let mut best: Option<Comparison> = None;
    for (_, mirrored, pose) in poses.into_iter().take(MAX_POSES) {
        let Some(found) = laid(&open(first, mirrored), &target, pose, mirrored) else { continue };
        if best.as_ref().is_none_or(|b| found.likeness > b.likeness) {
            best = Some(found);
        }
        if best.as_ref().is_some_and(|b| b.likeness >= CLEAR) {
            break;
        }
    }
    best
}

/// A photo's plane, and the same at half its size.
struct Sized {
    fine: Plane,
    coarse: Plane,
}

fn open(structure: &Structure, mirrored: bool) -> Sized {
    let grey = structure.plane();
    let (width, height) = (grey.width, grey.height);
    let disc = structure.round.then(|| Disc::inscribed(width, height));
    let fine = Plane::new(if mirrored { grey.mirrored() } else { grey }, disc, pixel(structure));
    Sized { coarse: fine.halved(), fine }
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
    let coarse = Overlay::new(&source.coarse, &target.coarse, scale);
    let found = Laid::coarsely(&coarse, coarse.matrix(&start))?;
    let overlay = Overlay::new(&source.fine, &target.fine, scale);
    let best = Laid::finely(&overlay, overlay.matrix(&start), overlay.matrix(&coarse.pose(found.matrix)));
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
        likeness: best.likeness,
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

/// The best that was found so far.
struct Laid {
    likeness: f32,
    agreement: Agreement,
    matrix: Matrix,
}

impl Laid {
    fn at(overlay: &Overlay<'_>, matrix: Matrix) -> Self {
        let agreement = Agreement::of(overlay, matrix);
        Self { likeness: agreement.likeness(), agreement, matrix }
    }

    fn better(&mut self, likeness: f32, agreement: &Agreement, matrix: Matrix) {
        if likeness > self.likeness {
            *self = Self { likeness, agreement: agreement.clone(), matrix };
        }
    }

    /// On planes of half the size, the best of several ways to align them. Nothing when none of them is worth a closer look.
    fn coarsely(overlay: &Overlay<'_>, start: Matrix) -> Option<Self> {
        let mut best = Self::at(overlay, start);
        let look = best.agreement.clone();
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
        }
        best.by_area(overlay, look, start, &BY_AREA);
        let near = best.agreement.blocks.iter().filter(|b| b.correlation >= NEAR.0).count();
        (near >= NEAR.1).then_some(best)
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
        let look = best.agreement.clone();
        let matrix = overlay.refined(start, &look.best(overlay, 0.6, 1.0), ROUNDS);
        let agreement = Agreement::of(overlay, matrix);
        best.better(agreement.likeness(), &agreement, matrix);
        if best.likeness >= MATCH_LIKENESS {
            return best;
        }
        best.better(area::likeness(&look, overlay), &look, start);
        best.better(area::likeness(&agreement, overlay), &agreement, matrix);
        best.by_area(overlay, look, start, &BY_AREA[SKIP..]);
        if best.likeness >= MAYBE && best.likeness < MATCH_LIKENESS {
            let agreement = Agreement::of(overlay, first);
            best.by_area(overlay, agreement, first, &BY_AREA);
        }
        best
    }
}
