//! Who is painted: the numbers that tell one invented person from another.

use crate::{lot::Lot, picture::Colour};

/// How hair is cut.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hair {
    /// None.
    Bald,
    /// Above the ears.
    Short,
    /// High above the forehead.
    Full,
    /// To the chin.
    Bob,
    /// Over the shoulders.
    Long,
    /// Drawn back.
    Tied,
}

/// Two groups of people for whom false matches are compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Skin {
    /// A luma below 90.
    Dark,
    /// A luma of 150 or more.
    Light,
}

/// What is worn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Clothes {
    /// A round neck.
    Shirt,
    /// A V neck.
    VNeck,
    /// A collar with buttons.
    Collar,
    /// A jacket over a shirt.
    Jacket,
    /// A jacket, a shirt and a tie.
    Tie,
    /// A high neck.
    HighNeck,
}

/// One invented person. Lengths are in shares of the picture's width.
#[derive(Debug, Clone)]
pub struct Person {
    /// Of noise in skin, hair and cloth.
    pub seed: u32,
    /// Half the head's width and height.
    pub head: (f32, f32),
    /// How much the jaw is narrower.
    pub jaw: f32,
    /// Half the neck's width, half the shoulders', and how steep they fall.
    pub body: (f32, f32, f32),
    /// The skin's colour.
    pub skin: Colour,
    /// How uneven the skin is, and how red the cheeks.
    pub uneven: (f32, f32),
    /// Half the distance of the eyes, their half width and height.
    pub eyes: (f32, f32, f32),
    /// The iris.
    pub iris: Colour,
    /// Brows: above the eyes, thickness, arch, slant.
    pub brows: (f32, f32, f32, f32),
    /// Nose: length, width, how far it stands out.
    pub nose: (f32, f32, f32),
    /// Mouth: half width, height, smile, and below the nose.
    pub mouth: (f32, f32, f32, f32),
    /// The lips' colour.
    pub lips: Colour,
    /// The cut, how high the forehead is, the parting's place, how wide hair stands, and where it ends.
    pub hair: (Hair, f32, f32, f32, f32),
    /// The hair's colour, and how wavy it is.
    pub strands: (Colour, f32),
    /// How dense a beard is; 0 is none, and whether only a moustache and chin.
    pub beard: (f32, bool),
    /// Glasses: half width and height of a lens, how round, and how dark; none for most.
    pub glasses: Option<(f32, f32, f32, f32)>,
    /// What is worn, in which colour, over what.
    pub clothes: (Clothes, Colour, Colour),
    /// Stripes or checks: how many a width, how strong; below 1 checks.
    pub pattern: (f32, f32, bool),
}

impl Person {
    /// The person of this number.
    pub fn of(number: u64) -> Self {
        let mut lot = Lot::new(number.wrapping_mul(2) + 1);
        let lot = &mut lot;
        let any =
            |lot: &mut Lot, of: &[Colour]| of[lot.below(of.len())].map(|v| (v + lot.about(9.0)).clamp(8.0, 250.0));
        let skin = [
            [238., 200., 178.],
            [224., 178., 150.],
            [205., 155., 122.],
            [176., 124., 92.],
            [130., 88., 64.],
            [94., 62., 46.],
        ];
        let skin = any(lot, &skin);
        let hairs = [
            [28., 24., 22.],
            [58., 40., 30.],
            [96., 66., 42.],
            [150., 112., 66.],
            [196., 164., 112.],
            [140., 70., 40.],
            [160., 158., 154.],
        ];
        let cloth = [
            [36., 44., 66.],
            [60., 62., 68.],
            [24., 24., 28.],
            [228., 226., 222.],
            [150., 40., 50.],
            [60., 100., 80.],
            [90., 120., 170.],
            [196., 176., 140.],
            [120., 80., 120.],
            [210., 150., 60.],
        ];
        let cuts = [
            Hair::Bald,
            Hair::Short,
            Hair::Short,
            Hair::Full,
            Hair::Full,
            Hair::Bob,
            Hair::Long,
            Hair::Long,
            Hair::Tied,
        ];
        let worn = [Clothes::Shirt, Clothes::VNeck, Clothes::Collar, Clothes::Jacket, Clothes::Tie, Clothes::HighNeck];
        let cut = cuts[lot.below(cuts.len())];
        let long = matches!(cut, Hair::Bob | Hair::Long | Hair::Tied);
        Self {
            seed: lot.bits() as u32,
            head: (0.165 + lot.about(0.010), 0.225 + lot.about(0.011)),
            jaw: 0.26 + lot.about(0.09),
            body: (0.095 + lot.about(0.014), 0.43 + lot.about(0.05), 0.30 + lot.about(0.07)),
            uneven: (lot.between(2.0, 9.0), lot.between(0.0, 22.0)),
            eyes: (0.067 + lot.about(0.004), 0.031 + lot.about(0.003), 0.0125 + lot.about(0.0025)),
            iris: any(lot, &[[70., 45., 30.], [50., 34., 26.], [90., 120., 150.], [90., 110., 70.]]),
            brows: (0.043 + lot.about(0.006), 0.009 + lot.about(0.003), 0.012 + lot.about(0.005), lot.about(0.1)),
            nose: (0.098 + lot.about(0.010), 0.030 + lot.about(0.005), 0.055 + lot.about(0.012)),
            mouth: (
                0.054 + lot.about(0.008),
                0.017 + lot.about(0.005),
                lot.between(-0.003, 0.016),
                0.046 + lot.about(0.006),
            ),
            lips: [skin[0] * 0.86 + lot.about(10.0), skin[1] * 0.62 + lot.about(10.0), skin[2] * 0.66],
            hair: (
                cut,
                0.60 + lot.about(0.10),
                lot.about(0.5),
                1.14 + lot.about(0.07),
                if cut == Hair::Bob { 0.72 } else { 0.98 } + lot.about(0.07),
            ),
            strands: (any(lot, &hairs), lot.between(0.0, 1.0)),
            beard: if !long && lot.chance(0.45) { (lot.between(0.25, 1.0), lot.chance(0.3)) } else { (0.0, false) },
            glasses: lot.chance(0.25).then(|| {
                (lot.between(0.042, 0.054), lot.between(0.028, 0.044), lot.between(2.0, 6.0), lot.between(20.0, 120.0))
            }),
            clothes: (worn[lot.below(worn.len())], any(lot, &cloth), any(lot, &cloth)),
            pattern: (
                lot.between(14.0, 50.0),
                if lot.chance(0.4) { lot.between(8.0, 40.0) } else { 0.0 },
                lot.chance(0.4),
            ),
            skin,
        }
    }

    /// Whether this is one of a group: of such skin, and with no hair, or short and dark hair, so that little but the face
    /// itself tells them apart.
    pub fn is_of(&self, skin: Skin) -> bool {
        let luma = |[red, green, blue]: Colour| red * 0.299 + green * 0.587 + blue * 0.114;
        let plain = match self.hair.0 {
            Hair::Bald => true,
            Hair::Short => luma(self.strands.0) < 90.0,
            _ => false,
        };
        let own = luma(self.skin);
        plain && if skin == Skin::Dark { own < 90.0 } else { own >= 150.0 }
    }
}
