// Codes before the camera, and in pictures that are dropped. The verifier's module reads them: no other library does.

/** Longest side of a picture of the camera, in pixels: enough for the largest code held close. */
const CAMERA_SIDE = 960;
/** Sides that are tried for a picture: small codes need many pixels, noisy ones few. */
const PICTURE_SIDES = [1000, 1600, 600];

const grey = (source, width, height, side) => {
  const scale = Math.min(1, side / Math.max(width, height));
  const canvas = new OffscreenCanvas(Math.max(1, Math.round(width * scale)), Math.max(1, Math.round(height * scale)));
  const context = canvas.getContext("2d", { willReadFrequently: true });
  context.drawImage(source, 0, 0, canvas.width, canvas.height);
  return context.getImageData(0, 0, canvas.width, canvas.height);
};

const nextPicture = (video) =>
  new Promise((resolve) => {
    if (video.requestVideoFrameCallback) video.requestVideoFrameCallback(resolve);
    else requestAnimationFrame(resolve);
  });

/** The text of the first code before the camera; nothing when it was stopped before. */
export const scan = async (video, read, signal) => {
  const stream = await navigator.mediaDevices.getUserMedia({
    audio: false,
    video: { facingMode: "environment", width: { ideal: 1280 }, height: { ideal: 960 } },
  });
  try {
    video.srcObject = stream;
    await video.play();
    while (!signal.aborted) {
      await nextPicture(video);
      const text = video.videoWidth > 0 && read(grey(video, video.videoWidth, video.videoHeight, CAMERA_SIDE));
      if (text) return text;
    }
    return null;
  } finally {
    stream.getTracks().forEach((track) => track.stop());
    video.srcObject = null;
  }
};

/** The text of the first code in a picture file; empty if there is none. */
export const picture = async (file, read) => {
  const bitmap = await createImageBitmap(file);
  for (const side of PICTURE_SIDES) {
    const text = read(grey(bitmap, bitmap.width, bitmap.height, side));
    if (text) return text;
  }
  return "";
};
