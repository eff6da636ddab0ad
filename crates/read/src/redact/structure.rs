//! The words that pages are built with: names of elements and attributes, and what developers call the parts of a page.
//! Only these stay in what is not text. A class is given by a developer, but it may be made of anything: a list of what
//! is known to be nobody's says less, and says it surely.

use std::{collections::BTreeSet, sync::LazyLock};

use super::kept;

/// Elements of HTML that are written as they are (HTML, "Elements"; the old ones of "Obsolete features").
const ELEMENTS: &str = "a abbr acronym address area article aside audio b base bdi bdo big blockquote body br button canvas \
    caption center cite code col colgroup data datalist dd del details dfn dialog dir div dl dt em fieldset figcaption \
    figure font footer form h1 h2 h3 h4 h5 h6 head header hgroup hr html i iframe img input ins kbd label legend li link \
    main map mark menu meta meter nav nobr noscript ol optgroup option output p picture pre progress q rp rt ruby s samp \
    script search section select slot small source span strike strong style sub summary sup svg table tbody td template \
    textarea tfoot th thead time title tr track tt u ul var video wbr";

/// Names of attributes that are several words in one (HTML, "Attributes"; WAI-ARIA 1.2), and their fixed values.
const ATTRIBUTES: &str = "accept accesskey activedescendant alt aria async atomic autocapitalize autocomplete autofocus \
    autoplay bgcolor bordercolor braillelabel cellpadding cellspacing charset class colcount colindex color colspan \
    contenteditable controls coords crossorigin current datetime decoding default defer describedby dir dirname disabled \
    draggable dropeffect enctype enterkeyhint errormessage expanded fetchpriority flowto for grabbed haspopup headers \
    height hidden href hreflang http https id inert inputmode invalid is ismap itemid itemprop itemref itemscope itemtype \
    keyshortcuts kind labelledby lang lazy live loading max maxlength media method min minlength modal multiline \
    multiple multiselectable muted name novalidate open optimum orientation owns part pattern placeholder popover \
    posinset posttext preload pressed readonly referrerpolicy rel relevant required reversed roledescription rowcount \
    rowindex rowspan sandbox scope setsize shadowrootmode shape size sort spellcheck src srclang srcset start step \
    tabindex target testid translate type url usemap valign valuemax valuemin valuenow valuetext width wrap xml xmlns \
    alertdialog assertive alert application banner button checkbox columnheader combobox complementary contentinfo \
    definition directory document feed figure grid gridcell group heading img list listbox listitem log marquee math \
    menubar menuitem menuitemcheckbox menuitemradio navigation none note presentation progressbar radio radiogroup \
    region rowgroup rowheader scrollbar searchbox separator spinbutton status switch tab tablist tabpanel term textbox \
    timer toolbar tooltip tree treegrid treeitem nofollow noopener noreferrer canonical alternate prev next me tag ugc \
    text plain javascript module json ld email tel submit reset number password date utf ltr rtl polite off on";

/// What developers call the parts of a page, and what says how they look. No word that is more of a first name or a
/// family name than of a thing.
const DEVELOPERS: &str = "ab about above absolute accent accordion account action actions active activity actor add addon \
    additional ad ads after align all anchor and animate animated animation answer any app append applicant applicants \
    application applications area arrow article aside aspect asset assets assignment assignments at attachment \
    attachments attribute author authwall auto avatar avatars award awards back backdrop background badge badges banner \
    bar base basic before below between bg big bigger black block body bold border bordered bottom bounds box boxed boxes \
    breadcrumb breadcrumbs break brand browse browsemap bs btn bubble bullet bundle button buttons by bx call callout cancel \
    candidate candidates capitalize caption captcha card cards carousel category cell cells center centered cert \
    certificate certificates certification certifications challenge change chart chat check checked chevron child \
    children chip chips choice circle clamp clear clearfix click clickable client clients close closed cluster co code col \
    collapse collapsed collapsible collection collections color colors cols column columns com combo comment comments \
    company companies compact component components condensed connect connection connections contact contacts contain \
    container containers content contents context contextual contribution contributions control controls cookie copy core \
    count counter country course courses cover create created css cta current custom dark dash dashboard data date dates \
    day days decoration default degree delay delayed delegate delete delimiter deleted desc description desktop detail \
    details dialog dimension direction dirty disable disabled disc display dist divider dms document documents done dot \
    dots double down download draft drag draggable drawer drop dropdown duration dynamic each earnings edit editable \
    editor education educations element ellipsis email embed emoji empty enabled end endorsement endorsements entities \
    entity entries entry error even event events evi exp expand expandable expanded experience experiences expander ext \
    external extra eyebrow fa fade fallback favorite featured feed feedback fetch field fields fieldset fig file files fill \
    filled filter filters first fit fixed flag flat flex flip float floating flow fluid flush flyover focus follow \
    follower followers following font foot footer for form format forms fr frame free from front full fullname function \
    gallery gap gate general generated generic geo ghost git global gone gr grade gradient graph gray green grey grid group \
    grouped groups grow guide gutter half handle has hash head header headers heading headings headline height hero hidden \
    hide highlight highlighted highlighter highlights history hits holder home horizontal host hour hourly hours hover \
    hoverable html https icon icons id identity ids ignore illustration image images img important in indent index \
    indicator info initial initials inline inner input insert inset inside insight insights interactive interest \
    interests internal interview interviews intro invert invisible invitation invite is item items jobs job js json just \
    justify key keyboard keys kind label labels landing lang language languages large last latest layer layout lazy lead \
    leading left legal legend length less letter level lg li licenses light like line linear lines link linked links list \
    listing listings lists load loaded loader loading local locale location locations lock locked lockup log logged login \
    logo logos logout long loop lower lowercase main mainbar manage manager many map margin marker mask masked masthead \
    match max mb md media medium member members mention menu menus message messages messaging meta metadata metric metrics \
    micro middle min mini ml mm mobile modal mode modified modifier module modules mono month months more move mr ms mt mtb \
    multi multiple mute muted mutual mx my name named names native nav navbar navigation near negative nested network new \
    news next nickname no node none normal not note notes nothing notice notification notifications ns null number numbers \
    object occupation occupations odd of off offer offers offset ok old on one online only opacity open opener option \
    optional options or order ordered org organization organizations orphan other out outer outlet outline outside over \
    overflow overlay overview own owner padding page pager pages pagination pane panel panels paper paragraph parent part \
    parts password past path pattern pb pdf pending people per percent person personal photo photos php picture pill pills \
    pin pinned pl placeholder plain platform play player plus point pointer pop popover popup portal portfolio position \
    positions post postal posted posts pr pre prefix premium presentation preview previous price pricing primary print \
    privacy private pro product products profile profiles programming progress project projects prompt props prose \
    provider provides pt public publication publications publisher px py quality query question questions queue quick \
    quote quotes radio radius rail range rank rate rates rating ratings ratio raw react read readable reader readme real \
    reason recent recommend recommendation recommendations recommended record red redesign ref reference references region \
    reject rel related relative release remote remove render reorder repeat reply repo report repositories repository \
    request required reset resize resource response responsive result results resume resumes reusable review \
    reviews revision ribbon right ring robots role roles root rotate round rounded row rows rule safe sample save saved \
    scaffold scale schema school schools score scorecard scorecards scores screen screening script scroll scrollable \
    scroller scrolling sealed search second secondary section sections see segment select selected selection selector self \
    semibold send sent seo separator seq server service services set settings shadow shadowdom shape share shared sheet \
    shell short show shown shrink side sidebar sign signal similar simple single site size sizes skeleton skill skills skip \
    slide slider slides slim slot slug sm small snippet social solid sort source space spaced spacer spacing span spinner \
    split sponsored spot square sr st stack stacked stage star stars start started stat state states static station \
    statistic stats status step steps sticky stop storage stories story stream stretch string strip stroke strong style \
    styled styles sub subheader subheading subline submit subsection subtext subtitle success suggest suggestion \
    suggestions summary support surface surname sv svg swap swipe switch switcher symbol system tab table tables tablet \
    tabs tag tags target task tb td team teams teaser temp template terms tertiary test testimonial testimonials tests \
    text textarea th the theme thin third thread thumb thumbnail tight tile tiles time timeline timestamp tip tips title \
    titles tl to toast toasts toc today toggle token tokens tool toolbar tools tooltip top topbar topcard topic topics \
    total touch tr tracking trailing transform transition transparent tree trigger trim true truncate truncated tt turn two \
    txt type types typography ui ul under underline unified union unit universal unknown unread unselected unstyled up \
    update updated upgrade upload upper uppercase uri url urn us user username users util utility utils validate value \
    values variant vcard vector verification verified version vertical vh via video videos view viewer viewport views \
    visibility visible visual visually volunteer volunteering vw wait wall warning watch we web website websites weight \
    white whitespace wide widget widgets width window with without word words work works workspace wrap wrapped wrapper \
    xl xs xx xxl year yearly years yellow yes zone zoom";

static KNOWN: LazyLock<BTreeSet<&str>> =
    LazyLock::new(|| [ELEMENTS, ATTRIBUTES, DEVELOPERS].iter().flat_map(|list| list.split_whitespace()).collect());

/// True for a folded word that may stay in the name of an element, of an attribute, of a class. Single letters say
/// nothing.
pub(super) fn is_known(folded: &str) -> bool {
    (folded.len() == 1 && folded.is_ascii())
        || KNOWN.contains(folded)
        || kept::is_pointed_at(folded)
        || kept::is_listed(folded)
        || kept::is_key_word(folded)
}

/// True for the name of an element of HTML.
pub(super) fn is_element(name: &str) -> bool {
    static ALL: LazyLock<BTreeSet<&str>> = LazyLock::new(|| ELEMENTS.split_whitespace().collect());
    ALL.contains(name)
}

/// Languages of ISO 639-1, and the scripts and areas that pages tell apart.
const LANGUAGES: &str = "aa ab ae af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv \
    dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu \
    ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne \
    ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su sv \
    sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu hans hant latn cyrl arab deva";

/// True for "en", "pt-BR", "zh-Hant-TW": a known language, then scripts and countries.
pub(super) fn is_language(value: &str) -> bool {
    let is_listed = |part: &str| LANGUAGES.split_whitespace().any(|known| known.eq_ignore_ascii_case(part));
    let is_country = |part: &str| part.len() == 2 && part.bytes().all(|b| b.is_ascii_alphabetic());
    let mut parts = value.split('-');
    parts.next().is_some_and(is_listed)
        && value.len() <= 11
        && parts.all(|part| is_country(part) || (part.len() == 4 && is_listed(part)))
}
