import type { Box } from './neighbour';

const time = 180;

/**
 * Lets the new picture grow out of the area that was entered, or shrink to the one that was left (`box`, in the picture that it
 * is in), so that the eye keeps its place. It does nothing where the reader wants less motion.
 */
export function zoomFrom(
  picture: HTMLElement,
  box: Box | undefined,
  frame: { width: number; height: number },
  isIn: boolean,
): void {
  if (box === undefined || box.width === 0 || box.height === 0 || wantsLessMotion()) return;
  const [across, down] = [box.width / frame.width, box.height / frame.height];
  const transform = isIn
    ? `translate(${box.x}px, ${box.y}px) scale(${across}, ${down})`
    : `scale(${1 / across}, ${1 / down}) translate(${-box.x}px, ${-box.y}px)`;
  picture.animate(
    [
      { transform, opacity: 0.4 },
      { transform: 'none', opacity: 1 },
    ],
    { duration: time, easing: 'ease-out' },
  );
}

function wantsLessMotion(): boolean {
  return document.body.classList.contains('vscode-reduce-motion') || matchMedia('(prefers-reduced-motion: reduce)').matches;
}
