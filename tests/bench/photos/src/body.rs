//! What of a person is seen where: a height, a material and a colour for each place, all from the person's numbers.

use crate::{
    lot::{noise, rough},
    person::{Clothes, Hair, Person},
    picture::Colour,
};

/// What is seen at a place: its height toward the camera, its colour, and how it shines.
#[derive(Clone, Copy)]
pub(crate) struct Seen {
    pub(crate) height: f32,
    pub(crate) colour: Colour,
    pub(crate) shine: f32,
    /// Neighbours of another kind have no slope in common.
    pub(crate) kind: u8,
}

fn bump(x: f32, y: f32, wide: f32, high: f32) -> f32 {
    (-(x * x) / (wide * wide) - (y * y) / (high * high)).exp()
}

fn mixed(a: Colour, b: Colour, share: f32) -> Colour {
    let share = share.clamp(0.0, 1.0);
    std::array::from_fn(|i| a[i] * (1.0 - share) + b[i] * share)
}

fn plus(colour: Colour, by: f32) -> Colour {
    colour.map(|v| v + by)
}

/// How far inside of an edge, as a share that grows over `soft`.
fn inside(distance: f32, soft: f32) -> f32 {
    (0.5 - distance / soft).clamp(0.0, 1.0)
}

impl Person {
    /// What of the person is seen at a place; the head's middle is (0, 0) and the picture is 1 wide.
    pub(crate) fn seen(&self, x: f32, y: f32) -> Option<Seen> {
        let body = self.cloth(x, y).or_else(|| self.neck(x, y));
        let layers = [body, self.face(x, y), self.ears(x, y), self.mane(x, y)];
        layers.into_iter().flatten().max_by(|a, b| a.height.total_cmp(&b.height))
    }

    fn skin_at(&self, x: f32, y: f32) -> Colour {
        let uneven =
            self.uneven.0 * (rough(x * 22.0, y * 22.0, self.seed, 4) + 0.7 * noise(x * 190.0, y * 190.0, self.seed));
        plus(self.skin, uneven)
    }

    /// The head's height, without features.
    fn skull(&self, x: f32, y: f32) -> Option<f32> {
        let (wide, high) = self.head;
        let low = (y / high).max(0.0);
        let wide = wide * (1.0 - self.jaw * low * low);
        let far = (x / wide).powi(2) + (y / high).powi(2);
        (far < 1.0).then(|| 0.16 * (1.0 - far).sqrt())
    }

    fn face(&self, x: f32, y: f32) -> Option<Seen> {
        let skull = self.skull(x, y)?;
        let (apart, wide, high) = self.eyes;
        let eye_y = -0.012;
        let side = x.abs() - apart;
        let tip = eye_y + self.nose.0;
        let mouth_y = tip + self.mouth.3;
        // The nose: a ridge that grows toward the tip, and two wings.
        let along = ((y - eye_y + 0.01) / self.nose.0).clamp(0.0, 1.0);
        let ridge = if y < tip + 0.03 {
            bump(x, (y - tip).max(0.0), self.nose.1 * (0.45 + 0.4 * along), 0.014) * along
        } else {
            0.0
        };
        let wings = bump(x.abs() - self.nose.1 * 0.75, y - tip + 0.004, self.nose.1 * 0.45, 0.014);
        let mut height = skull + self.nose.2 * ridge + 0.014 * wings;
        height += 0.012 * bump(x.abs() - apart, y - eye_y + self.brows.0 * 0.8, 0.05, 0.016);
        height -= 0.020 * bump(side, y - eye_y, 0.036, 0.022);
        height += 0.010 * bump(x.abs() - apart * 1.25, y - tip * 0.75, 0.045, 0.04);
        height += 0.012 * bump(x, y - self.head.1 * 0.86, 0.045, 0.03);
        height += 0.012 * bump(side, y - eye_y, wide, high * 1.4);

        let mut colour = self.skin_at(x, y);
        let red = self.uneven.1 * bump(x.abs() - apart * 1.2, y - tip * 0.8, 0.045, 0.04) + 0.5 * self.uneven.1 * wings;
        colour = [colour[0] + red * 0.3, colour[1] - red * 0.8, colour[2] - red * 0.7];
        let fold = bump(x.abs() - self.nose.1 * 1.2 - (y - tip).max(0.0) * 0.5, (y - tip - 0.02).max(0.0), 0.005, 0.03);
        colour = plus(colour, -16.0 * fold * f32::from(u8::from(y > tip - 0.01)));
        colour = plus(colour, -60.0 * bump(x.abs() - self.nose.1 * 0.5, y - tip - 0.009, 0.008, 0.004));
        let mut shine = 0.25;
        // Brows, of single hairs.
        let arch = eye_y - self.brows.0 + self.brows.2 * (side / wide).powi(2) + self.brows.3 * side;
        let brow = inside((y - arch).abs() - self.brows.1 * (1.0 - (side / wide / 2.2).powi(2)), 0.006)
            * inside(side.abs() - wide * 1.35, 0.01);
        let hairs = 0.75 + 0.5 * noise(x * 260.0 + y * 120.0, y * 90.0, self.seed + 5);
        colour = mixed(colour, self.strands.0.map(|v| v * 0.6), brow * hairs);
        // Eyes: white, iris, pupil, the light in it, lids.
        let lid = high * (1.0 - (side / wide).powi(2));
        if side.abs() < wide && (y - eye_y).abs() < lid + 0.004 {
            let open = inside((y - eye_y).abs() - lid, 0.003);
            let far = side.hypot(y - eye_y);
            let mut eye = mixed([226.0, 220.0, 216.0], self.iris, inside(far - 0.0125, 0.002));
            eye = mixed(eye, [12.0; 3], inside(far - 0.0055, 0.002));
            eye = mixed(eye, [250.0; 3], inside((side + 0.004).hypot(y - eye_y + 0.005) - 0.0025, 0.002));
            eye = plus(eye, -50.0 * inside(y - eye_y + lid * 0.4, 0.01));
            colour = mixed(colour, eye, open);
            let lash = inside((y - eye_y + lid).abs() - 0.0022, 0.003);
            colour = mixed(colour, [34.0, 26.0, 24.0], lash * 0.9);
        }
        colour = plus(
            colour,
            -18.0 * bump(side, y - eye_y + high * 1.7, wide, 0.003)
                - 10.0 * bump(side, y - eye_y - high * 2.0, wide, 0.006),
        );
        // Mouth: two lips and the line between.
        let (half, thick, smile, _) = self.mouth;
        let bend = mouth_y - smile * (x / half).powi(2);
        if x.abs() < half {
            let full = thick * (1.0 - (x / half).powi(2)).sqrt();
            let off = y - bend;
            let upper = full * (0.75 - 0.25 * bump(x, 0.0, 0.006, 1.0));
            let lips = if off < 0.0 { inside(-off - upper, 0.004) } else { inside(off - full, 0.004) };
            colour = mixed(colour, plus(self.lips, 8.0 * noise(x * 160.0, y * 25.0, self.seed + 9)), lips * 0.85);
            colour = mixed(colour, [60.0, 26.0, 26.0], inside(off.abs() - 0.0016, 0.003) * 0.9);
            height += 0.010 * lips;
            shine += 0.3 * lips;
        }
        // A beard, denser below.
        if self.beard.0 > 0.0 {
            let cheek = (x.abs() / self.head.0 - 0.62).max(0.0) * 0.16;
            let chin = !self.beard.1 || x.abs() < half * 1.15;
            let grown = if chin { inside(tip + 0.026 - cheek - y, 0.02) } else { 0.0 };
            let lips = inside((x / half / 0.95).powi(2) + ((y - bend) / thick / 1.15).powi(2) - 1.0, 0.3);
            let hair = 0.55
                + 0.6 * noise(x * 240.0, y * 130.0, self.seed + 11)
                + 0.25 * rough(x * 30.0, y * 30.0, self.seed + 12, 2);
            let beard = (self.beard.0 * grown * (1.0 - lips) * hair).clamp(0.0, 1.0);
            colour = mixed(colour, self.strands.0.map(|v| v * 0.75 + 6.0), beard);
            shine *= 1.0 - beard;
            height += 0.004 * beard;
        }
        if let Some((wide, high, round, dark)) = self.glasses {
            let lens =
                ((side / wide).abs().powf(round) + ((y - eye_y - 0.006) / high).abs().powf(round)).powf(1.0 / round);
            let frame = inside((lens - 1.0).abs() - 0.08, 0.06);
            let bridge = inside((y - eye_y + 0.008).abs() - 0.003, 0.003) * inside(x.abs() - apart + wide, 0.002);
            let arm = inside((y - eye_y + 0.012).abs() - 0.003, 0.003) * inside(apart + wide - x.abs(), 0.002);
            colour = mixed(colour, [dark, dark * 0.9, dark * 0.85], frame.max(bridge).max(arm));
            if lens < 0.92 {
                colour = plus(colour, 26.0 * inside((x + y * 0.8 + 0.02).rem_euclid(0.13) - 0.03, 0.01));
            }
        }
        Some(Seen { height: height + 0.10, colour, shine, kind: 1 })
    }

    fn ears(&self, x: f32, y: f32) -> Option<Seen> {
        let (u, v) = ((x.abs() - self.head.0 * 0.99) / 0.022, (y - 0.02) / 0.05);
        let far = u * u + v * v;
        let hollow = 22.0 * bump(x.abs() - self.head.0 * 1.01, y - 0.02, 0.009, 0.026);
        (far < 1.0).then(|| Seen {
            height: 0.05 + 0.03 * (1.0 - far).sqrt(),
            colour: plus(self.skin_at(x, y), -hollow),
            shine: 0.1,
            kind: 2,
        })
    }

    fn neck(&self, x: f32, y: f32) -> Option<Seen> {
        let wide = self.body.0 * (1.0 + ((y - 0.26).max(0.0) * 2.2).powi(2) * 1.6);
        let round = 1.0 - (x / wide).powi(2);
        let cords = 0.008 * bump(x.abs() - 0.05 + (y - 0.25) * 0.2, 0.0, 0.014, 1.0);
        (y > 0.08 && y < 0.5 && round > 0.0).then(|| Seen {
            height: 0.02 + 0.07 * round.sqrt() + cords,
            colour: plus(self.skin_at(x, y), -6.0),
            shine: 0.15,
            kind: 3,
        })
    }

    fn cloth(&self, x: f32, y: f32) -> Option<Seen> {
        let (neck, half, steep) = self.body;
        let top = self.head.1
            + 0.06
            + steep * (x.abs() - neck).max(0.0).powf(1.25)
            + 30.0 * (x.abs() - half * 0.75).max(0.0).powi(3);
        let (kind, colour, under) = self.clothes;
        let depth = y - top;
        if depth < 0.0 && kind != Clothes::HighNeck {
            return None;
        }
        let folds = 0.010 * rough(x * 7.0 + y * 3.0, y * 4.0 - x.abs() * 5.0, self.seed + 21, 3);
        let mut height = 0.10 * (1.0 - (-depth.max(0.0) * 12.0).exp()) - 0.25 * x * x + folds;
        let weave =
            4.0 * noise(x * 230.0, y * 230.0, self.seed + 22) + 5.0 * rough(x * 30.0, y * 30.0, self.seed + 23, 2);
        let (many, strong, checks) = self.pattern;
        let line = |v: f32| if (v * many).rem_euclid(1.0) < 0.35 { strong } else { 0.0 };
        let pattern = weave + line(x + 0.02 * folds) + if checks { line(y) } else { 0.0 };
        let shirt = plus(mixed(under, [235.0; 3], 0.6), weave);
        let mut out = plus(colour, pattern);
        // How far down the opening reaches at this x.
        let from = y - self.head.1 - 0.06;
        match kind {
            Clothes::Shirt if (x / 0.13).powi(2) + (from / 0.11).powi(2) < 1.0 => return None,
            Clothes::VNeck if x.abs() < 0.12 - from * 0.55 => return None,
            Clothes::HighNeck => {
                let high = x.abs() < self.body.0 * 1.1 && y > self.head.1 - 0.01;
                if depth < 0.0 && !high {
                    return None;
                }
                if high && from < 0.09 {
                    height = 0.11 + 0.05 * (1.0 - (x / self.body.0 / 1.1).powi(2)).max(0.0).sqrt();
                    out = plus(out, 14.0 * ((x * 420.0).sin()));
                }
            }
            Clothes::Collar | Clothes::Jacket | Clothes::Tie => {
                if kind == Clothes::Collar {
                    out = plus(mixed(colour, [240.0; 3], 0.35), pattern);
                }
                let opening = x.abs() < 0.05 - from * 0.6;
                if opening && kind != Clothes::Tie && from < 0.09 {
                    return None;
                }
                let lapel = 0.16 - from * 0.36;
                let collar = from < 0.085 && x.abs() < 0.125 - (from - 0.02) * 0.5;
                if kind != Clothes::Collar && x.abs() < lapel * 0.8 {
                    out = shirt;
                }
                if kind != Clothes::Collar && (x.abs() - lapel * 0.8).abs() < 0.003 {
                    out = plus(colour, -45.0);
                }
                if kind != Clothes::Collar && (x.abs() - lapel * 0.8 - 0.07 - 0.03 * (from * 9.0).sin()).abs() < 0.0025
                {
                    out = plus(out, -28.0);
                }
                if collar {
                    height += 0.03;
                    out = plus(out, 8.0);
                }
                if kind == Clothes::Tie && x.abs() < 0.018 + from * 0.07 && from > 0.0 {
                    height += 0.035;
                    let tied = (x + y) * 34.0;
                    out = plus(under, if tied.rem_euclid(1.0) < 0.4 { 38.0 } else { weave });
                }
                if kind == Clothes::Collar && x.abs() < 0.003 {
                    out = plus(out, -40.0);
                }
                let button = (from - 0.13).rem_euclid(0.1) - 0.05;
                if kind != Clothes::Tie && x.hypot(button) < 0.008 {
                    out = plus(out, -55.0);
                }
            }
            _ => {}
        }
        Some(Seen { height, colour: out, shine: 0.05, kind: 4 })
    }

    fn mane(&self, x: f32, y: f32) -> Option<Seen> {
        let (cut, forehead, parting, stands, ends) = self.hair;
        if cut == Hair::Bald {
            return None;
        }
        let (wide, high) = (self.head.0 * stands, self.head.1 * if cut == Hair::Full { stands + 0.09 } else { stands });
        let edge = 1.0 + 0.035 * rough(x * 18.0, y * 18.0, self.seed + 31, 3);
        let far = ((x / wide).powi(2) + (y / high).powi(2)) / (edge * edge);
        let hangs = matches!(cut, Hair::Bob | Hair::Long)
            && y > 0.0
            && y < ends * 0.62 + 0.02 * noise(x * 40.0, 0.0, self.seed + 32);
        let sway = 0.012 * self.strands.1 * (y * 28.0 + x.signum()).sin();
        let beside =
            hangs && (x.abs() + sway) < wide * (1.06 + 0.35 * y) && (x.abs() + sway) > self.head.0 * (0.90 - 0.15 * y);
        // The hairline: high in the middle, lower at the temples, aside of the parting.
        let u = (x - parting * self.head.0 * 0.6) / self.head.0;
        let wave = 0.05 * noise(x * 26.0, 0.3, self.seed + 33);
        let line = -self.head.1 * (forehead + wave - 0.55 * u * u + 0.12 * u);
        let above = far < 1.0 && y < line.min(if cut == Hair::Short { 0.02 } else { 0.10 });
        let front = above || beside;
        let back = far < 1.0 && y < 0.1 || hangs && x.abs() < wide * 1.05;
        if !front && !back {
            return None;
        }
        let flow = self.strands.1;
        let along = (x - parting * 0.1) * (1.0 + 0.6 * (y + 0.3))
            + 0.05 * flow * noise(x * 9.0, y * 9.0, self.seed + 34)
            + 0.02 * flow * (y * 40.0).sin();
        let strand =
            20.0 * noise(along * 150.0, y * 7.0, self.seed + 35) + 13.0 * noise(along * 55.0, y * 4.0, self.seed + 36);
        let height = if front { 0.13 + 0.15 * (1.0 - far.min(1.0)).sqrt() } else { 0.015 };
        let lock = 0.008 * noise(along * 45.0, y * 5.0, self.seed + 37);
        let light = self.strands.0[1] / 160.0 + 0.35;
        Some(Seen {
            height: height + lock,
            colour: plus(self.strands.0, strand * light - if front { 0.0 } else { 20.0 }),
            shine: 0.5,
            kind: 5,
        })
    }
}
