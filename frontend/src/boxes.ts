// Boxes of words on maps and networks.

export interface Box { left: number; right: number; top: number; bottom: number }

export const meet = (a: Box, b: Box) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
