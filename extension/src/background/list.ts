// A page that lists people: every card with its photo, as far as that can be seen. Cards are looked up, never stored.

import type { Listing, ListReport, Reading } from "../engine";
import type { PhotoState } from "../protocol";
import { keepPhoto, type Page, type ReadPhoto, withPhotos } from "./photo";

/** Photos looked at in one go. Those seen before need no second look, so looking again takes the next ones. */
const MAX_PHOTOS = 40;

export interface ReadList {
  listing: Listing;
  /** What came of the photo of each card. */
  cardPhotos: PhotoState[];
}

/** The list with the photos of its cards, those included that were seen at an earlier look and are scrolled away. */
export async function withCardPhotos(
  page: Page,
  listing: Listing,
  before: ListReport | undefined,
): Promise<ReadList> {
  const old = new Map(before?.cards.flatMap(({ readings }) => readings).map((card) => [keyOf(card), card]));
  const cards = listing.cards.map((reading): ReadPhoto => {
    const state = reading.profile.photo ? "skipped" : "none";
    return keepPhoto({ reading, photo: state }, old.get(keyOf(reading)));
  });
  const open = cards.flatMap(({ photo }, at) => (photo === "skipped" ? [at] : [])).slice(0, MAX_PHOTOS);
  // Nobody asked for these people's pictures one by one, so none is asked for of the site again.
  const seen = await withPhotos(
    page,
    open.map((at) => listing.cards[at] as Reading),
  );
  seen.forEach((one, number) => {
    cards[open[number] as number] = one;
  });
  return {
    listing: { ...listing, cards: cards.map(({ reading }) => reading) },
    cardPhotos: cards.map(({ photo }) => photo),
  };
}

function keyOf({ source, profile }: Reading): string {
  return `${source.address} ${profile.name?.text ?? ""}`;
}
