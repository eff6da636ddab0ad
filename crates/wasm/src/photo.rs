//! Photos as the browser decodes them: pixels to a sketch, and a thumbnail for a later find.

use js_sys::{Promise, Reflect, Uint8Array};
use loupe::{picture, profile::PhotoClaim, read::provenance};
use serde::{Deserialize, Serialize};
use tsify::{Ts, Tsify};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Blob, BlobPropertyBag, ImageBitmap, ImageEncodeOptions, OffscreenCanvas, OffscreenCanvasRenderingContext2d,
};

use crate::{malformed, named_error, read_error};

/// A stretch of an image, in its own pixels.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, Tsify)]
pub struct Crop {
    /// From the left.
    pub x: f64,
    /// From the top.
    pub y: f64,
    /// To the right of `x`.
    pub width: f64,
    /// Down from `y`.
    pub height: f64,
    /// How round its corners are; what lies beyond them is white.
    #[serde(default)]
    pub radius: f64,
}

/// Longer sides are shrunk to this before sketching: what the sketch keeps of a photo is far coarser.
const MAX_SIDE: f64 = 512.0;
/// The thumbnail's longer side and quality: the first that is small enough is taken.
const THUMBNAILS: [(f64, f64); 6] = [(192.0, 0.8), (192.0, 0.65), (160.0, 0.6), (128.0, 0.5), (96.0, 0.5), (64.0, 0.3)];
/// The most that a thumbnail may take as it is stored: a `data:` address, a third longer than the picture.
const MAX_THUMBNAIL_BYTES: usize = 6 * 1024;
/// The most bytes of an encoded image that are handed to the decoder.
const MAX_IMAGE_BYTES: u32 = 25_000_000;

/// Decodes an encoded image with the browser's own decoder, crops it, sketches it and makes a thumbnail. Of a whole
/// image, what its bytes say of its making is read too.
///
/// # Errors
/// `too-large`, `too-many-pixels`, `damaged` (the browser cannot decode it), `unknown-format`, `malformed`.
#[wasm_bindgen]
pub async fn decode_photo(bytes: Uint8Array, mime: String, crop: Option<Ts<Crop>>) -> Result<Ts<PhotoClaim>, JsValue> {
    if bytes.length() > MAX_IMAGE_BYTES {
        return Err(named_error("too-large", "larger than 25 MB, which no profile photo is"));
    }
    let crop = crop.map(|c| c.to_rust()).transpose().map_err(malformed)?;
    let file = bytes.to_vec();
    picture::size(&file).map_err(|error| read_error(&error))?;
    let bitmap = decode(&bytes, &mime).await?;
    // A stretch of a screenshot has nothing of the image's own file.
    let provenance = if crop.is_none() { provenance::marks(&file) } else { Vec::new() };
    drop(file);
    let crop = crop.unwrap_or(Crop {
        x: 0.0,
        y: 0.0,
        width: f64::from(bitmap.width()),
        height: f64::from(bitmap.height()),
        radius: 0.0,
    });
    let (canvas, context) = draw(&bitmap, crop, MAX_SIDE)?;
    let data = context.get_image_data(0.0, 0.0, f64::from(canvas.width()), f64::from(canvas.height()))?;
    let claim = picture::claim(&data.data(), canvas.width(), canvas.height());
    let thumbnail = thumbnail(&bitmap, crop).await?;
    bitmap.close();
    PhotoClaim { thumbnail, provenance, ..claim }.into_ts().map_err(malformed)
}

async fn decode(bytes: &Uint8Array, mime: &str) -> Result<ImageBitmap, JsValue> {
    let options = BlobPropertyBag::new();
    options.set_type(mime);
    let parts = js_sys::Array::of1(bytes);
    let blob = Blob::new_with_u8_array_sequence_and_options(&parts, &options)?;
    // `createImageBitmap` of whatever global this is: a service worker, an event page, a document.
    let global = js_sys::global();
    let create: js_sys::Function = Reflect::get(&global, &"createImageBitmap".into())?.dyn_into()?;
    let promise: Promise = create.call1(&global, &blob)?.dyn_into()?;
    let bitmap = JsFuture::from(promise).await.map_err(|_| {
        named_error("damaged", "the image cannot be decoded: it is damaged, or of a kind that browsers do not show")
    })?;
    bitmap.dyn_into()
}

fn draw(
    bitmap: &ImageBitmap,
    crop: Crop,
    max_side: f64,
) -> Result<(OffscreenCanvas, OffscreenCanvasRenderingContext2d), JsValue> {
    let longest = crop.width.max(crop.height);
    if !(longest.is_finite() && crop.width >= 1.0 && crop.height >= 1.0) {
        return Err(named_error("malformed", "an empty stretch of an image"));
    }
    let scale = (max_side / longest).min(1.0);
    let (width, height) = ((crop.width * scale).max(1.0), (crop.height * scale).max(1.0));
    let canvas = OffscreenCanvas::new(width as u32, height as u32)?;
    let context =
        canvas.get_context("2d")?.ok_or_else(|| named_error("no-canvas", "this browser cannot draw images"))?;
    let context: OffscreenCanvasRenderingContext2d = context.dyn_into()?;
    context.set_fill_style_str("#fff");
    context.fill_rect(0.0, 0.0, f64::from(canvas.width()), f64::from(canvas.height()));
    if crop.radius.is_finite() && crop.radius > 0.0 {
        round(&context, width.floor(), height.floor(), crop.radius * scale)?;
    }
    context.draw_image_with_image_bitmap_and_sw_and_sh_and_dx_and_dy_and_dw_and_dh(
        bitmap,
        crop.x,
        crop.y,
        crop.width,
        crop.height,
        0.0,
        0.0,
        f64::from(canvas.width()),
        f64::from(canvas.height()),
    )?;
    Ok((canvas, context))
}

/// Lets the corners of a canvas be drawn on no more.
fn round(context: &OffscreenCanvasRenderingContext2d, width: f64, height: f64, radius: f64) -> Result<(), JsValue> {
    let radius = radius.min(width / 2.0).min(height / 2.0);
    context.begin_path();
    context.move_to(radius, 0.0);
    for (corner, next) in [
        ((width, 0.0), (width, height)),
        ((width, height), (0.0, height)),
        ((0.0, height), (0.0, 0.0)),
        ((0.0, 0.0), (width, 0.0)),
    ] {
        context.arc_to(corner.0, corner.1, next.0, next.1, radius)?;
    }
    context.close_path();
    context.clip();
    Ok(())
}

/// The largest picture that may be stored.
async fn thumbnail(bitmap: &ImageBitmap, crop: Crop) -> Result<Option<String>, JsValue> {
    for (side, quality) in THUMBNAILS {
        let (canvas, _) = draw(bitmap, crop, side)?;
        let address = data_address(&canvas, quality).await?;
        if address.len() <= MAX_THUMBNAIL_BYTES {
            return Ok(Some(address));
        }
    }
    Ok(None)
}

/// The picture as WebP, which takes a third less than JPEG. A browser that does not write it gives PNG, which is mostly too
/// large.
async fn data_address(canvas: &OffscreenCanvas, quality: f64) -> Result<String, JsValue> {
    let options = ImageEncodeOptions::new();
    options.set_type("image/webp");
    options.set_quality(quality);
    let blob: Blob = JsFuture::from(canvas.convert_to_blob_with_options(&options)?).await?.dyn_into()?;
    let bytes = Uint8Array::new(&JsFuture::from(blob.array_buffer()).await?).to_vec();
    // `btoa` wants one character a byte.
    let binary: String = bytes.iter().map(|b| char::from(*b)).collect();
    let global = js_sys::global();
    let btoa: js_sys::Function = Reflect::get(&global, &"btoa".into())?.dyn_into()?;
    let encoded = btoa.call1(&global, &binary.into())?.as_string().unwrap_or_default();
    Ok(format!("data:{};base64,{encoded}", blob.type_()))
}
