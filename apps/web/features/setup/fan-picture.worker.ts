import { fanPicture } from './fan-picture.ts'

/** Draws the scenarios one after the other, away from the page, and sends each as soon as it is there. */
self.onmessage = ({ data }: MessageEvent<readonly string[]>) => {
  for (const scenario of data) {
    const picture = fanPicture(scenario)
    if (picture) self.postMessage(picture)
  }
}
