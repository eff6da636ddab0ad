// "Keep fingerprints only": whether the small pictures of photos are remembered, by which a later find is shown.

import type { Reading } from "./engine";

const KEY = "fingerprintsOnly";

export async function isFingerprintsOnly(): Promise<boolean> {
  const stored = await chrome.storage.local.get(KEY);
  return stored[KEY] === true;
}

export async function setFingerprintsOnly(on: boolean): Promise<void> {
  await chrome.storage.local.set({ [KEY]: on });
}

/** The reading with the fingerprints of its photo and without the picture. */
export function withoutPicture(reading: Reading): Reading {
  const { photo } = reading.profile;
  if (!photo?.thumbnail) return reading;
  const { thumbnail: _, ...kept } = photo;
  return { ...reading, profile: { ...reading.profile, photo: kept } };
}
