//! Names, cities, universities and mail domains of several origins, exchanged consistently in an example.

use loupe_checks::Example;

/// What stands for one origin.
pub(crate) struct Origin {
    /// What the test calls it.
    pub(crate) place: &'static str,
    /// Parts of names, no two of them alike.
    parts: [&'static str; 16],
    cities: [&'static str; 1],
    schools: [&'static str; 2],
    domains: [&'static str; 3],
}

/// What the examples use, in the order of [`Origin`]'s lists. Gmail is left in place: that it delivers whatever the
/// dots is a fact of that domain.
const USED: Origin = Origin {
    place: "as written",
    parts: [
        "Maren",
        "Holtby",
        "Rune",
        "Astell",
        "Ilka",
        "Brandvold",
        "Tobin",
        "Garrick",
        "Sunniva",
        "Pell",
        "Corin",
        "Wexley",
        "Dagny",
        "Orrest",
        "Anne",
        "Unused",
    ],
    cities: ["Leeds"],
    schools: ["Oxmere", "Talford"],
    domains: ["@holtby.example", "@astell.example", "@brightpath.example"],
};

pub(crate) const ORIGINS: [Origin; 6] = [
    Origin {
        place: "Spanish",
        parts: [
            "Íñigo",
            "Zubizarreta",
            "Carmen",
            "Peñalver",
            "Lucía",
            "Olmedo",
            "Bautista",
            "Quiroga",
            "Ximena",
            "Huerta",
            "Fermín",
            "Yáñez",
            "Rocío",
            "Dávalos",
            "Esteban",
            "Gálvez",
        ],
        cities: ["Valparaíso"],
        schools: ["Salamanca", "Guadalajara"],
        domains: ["@correo.example", "@nuñez.example", "@agencia.example"],
    },
    Origin {
        place: "Cyrillic",
        parts: [
            "Ярослав",
            "Мельниченко",
            "Оксана",
            "Дорошенко",
            "Богдан",
            "Ковальчук",
            "Злата",
            "Пономаренко",
            "Тарас",
            "Гриценко",
            "Ульяна",
            "Сидорчук",
            "Вадим",
            "Жуковский",
            "Лариса",
            "Чумак",
        ],
        cities: ["Харків"],
        schools: ["Львів", "Одеса"],
        domains: ["@пошта.example", "@скринька.example", "@агенція.example"],
    },
    Origin {
        place: "Chinese",
        parts: ["李", "明", "王", "芳", "张", "伟", "刘", "洋", "陈", "静", "赵", "磊", "黄", "敏", "周", "杰"],
        cities: ["成都"],
        schools: ["复旦", "浙江"],
        domains: ["@qq.example", "@youxiang.example", "@zhongjie.example"],
    },
    Origin {
        place: "Devanagari",
        parts: [
            "अर्जुन",
            "वर्मा",
            "प्रिया",
            "शर्मा",
            "रोहित",
            "गुप्ता",
            "सुनीता",
            "पटेल",
            "विकास",
            "जोशी",
            "मीरा",
            "नायर",
            "दीपक",
            "चौहान",
            "कविता",
            "ठाकुर",
        ],
        cities: ["पुणे"],
        schools: ["दिल्ली", "मुंबई"],
        domains: ["@rediff.example", "@mail.example", "@naukri.example"],
    },
    Origin {
        place: "Arabic",
        parts: [
            "يوسف",
            "المنصوري",
            "ليلى",
            "الحداد",
            "كريم",
            "بنعلي",
            "نادية",
            "الشريف",
            "عمر",
            "القاسمي",
            "سلمى",
            "الفاسي",
            "طارق",
            "الزهراني",
            "هدى",
            "مراد",
        ],
        cities: ["الدار البيضاء"],
        schools: ["القاهرة", "دمشق"],
        domains: ["@barid.example", "@risala.example", "@wikala.example"],
    },
    Origin {
        place: "Yoruba and Vietnamese",
        parts: [
            "Adébáyò",
            "Ògúnlésí",
            "Thùy",
            "Nguyễn",
            "Fọláṣadé",
            "Akíntúndé",
            "Quốc",
            "Đặng",
            "Bólájí",
            "Ìyàndá",
            "Hương",
            "Phạm",
            "Chinwe",
            "Eze",
            "Kẹ́hìndé",
            "Vũ",
        ],
        cities: ["Ìbàdàn"],
        schools: ["Lagos", "Huế"],
        domains: ["@naija.example", "@vnmail.example", "@agency.example"],
    },
];

impl Origin {
    /// The example with everything exchanged, in every spelling that the examples use, and how often that was.
    ///
    /// Names are exchanged where they stand as words; accounts and the part before the "@" are addresses, not names.
    pub(crate) fn put_into(&self, example: &Example) -> (Example, usize) {
        let mut example = example.clone();
        let mut count = 0;
        for (_, text) in &mut example.blocks {
            let words = text.split_inclusive(char::is_whitespace);
            *text = words
                .map(|word| {
                    let exchanged = if word.contains(['@', '/']) {
                        exchange(word, USED.domains.iter().zip(&self.domains))
                    } else {
                        let names = USED.parts.iter().zip(&self.parts);
                        exchange(
                            word,
                            names
                                .chain(USED.cities.iter().zip(&self.cities))
                                .chain(USED.schools.iter().zip(&self.schools)),
                        )
                    };
                    count += usize::from(exchanged != word);
                    exchanged
                })
                .collect();
        }
        (example, count)
    }
}

/// The word with what it holds of the first words exchanged for the second: as written, in capitals, or, for a word
/// such as `M.`, as an initial.
fn exchange<'a>(word: &str, pairs: impl Iterator<Item = (&'a &'static str, &'a &'static str)>) -> String {
    let is_initial = |from: &str| {
        let letters: String = word.chars().filter(|c| c.is_alphanumeric()).collect();
        letters.len() == 1 && word.contains('.') && from.starts_with(&letters)
    };
    for (from, to) in pairs {
        if is_initial(from) {
            return word.replace(&from[..1], &to.chars().take(1).collect::<String>());
        }
        if word.contains(from) {
            return word.replace(from, to);
        }
        if word.contains(&from.to_uppercase()) {
            return word.replace(&from.to_uppercase(), &to.to_uppercase());
        }
    }
    word.to_owned()
}

/// True when an example holds anything that speaks of an origin.
pub(crate) fn has_origin(example: &Example) -> bool {
    example.blocks.iter().any(|(_, text)| text.contains("name: ") && text.contains("basics"))
}
