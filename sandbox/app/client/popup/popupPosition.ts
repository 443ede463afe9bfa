/** A box on the screen, in pixels. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly bottom: number;
}
export interface Size {
  readonly width: number;
  readonly height: number;
}

const gap = 2;
const edge = 4;

/**
 * Where a surface opens: below its anchor, above it when only there is room, and never over the edge of the screen.
 */
export function popupPosition(anchor: Box, surface: Size, screen: Size): { left: number; top: number } {
  const below = anchor.bottom + gap;
  const above = anchor.top - gap - surface.height;
  const fitsBelow = below + surface.height <= screen.height - edge;
  const wanted = fitsBelow || above < edge ? below : above;
  return {
    left: Math.max(edge, Math.min(anchor.left, screen.width - surface.width - edge)),
    top: Math.max(edge, Math.min(wanted, screen.height - surface.height - edge)),
  };
}
