/** Smaller than this, in CSS pixels, nothing can be meant for a person. */
const smallestSide = 4;
const longestFloatingLabel = 60;

/**
 * Whether a person could see an element and use it: it is rendered, not transparent, not tiny,
 * not moved off the page, not clipped away, not under something opaque.
 */
export function isVisible(element: HTMLElement): boolean {
  if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true, contentVisibilityAuto: false }))
    return false;
  const box = element.getBoundingClientRect();
  // A picture that has not come has no size yet, and is still there to be pressed.
  if (element instanceof HTMLInputElement && element.type === "image" && box.width === 0) return true;
  if (box.width < smallestSide || box.height < smallestSide) return false;
  return isOnPage(box, element.ownerDocument) && !isClipped(element) && !isCovered(element, box);
}

function isOnPage(box: DOMRect, document: Document): boolean {
  const page = document.documentElement;
  const view = document.defaultView;
  if (view === null) return false;
  const right = Math.max(page.scrollWidth, view.innerWidth);
  return box.right + view.scrollX > 0 && box.bottom + view.scrollY > 0 && box.left + view.scrollX < right;
}

function isClipped(element: HTMLElement): boolean {
  const style = getComputedStyle(element);
  return style.clip === "rect(0px, 0px, 0px, 0px)" || /inset\((?:50|100)%/.test(style.clipPath);
}

/**
 * Whether something opaque of its own surroundings lies over an element. What comes from further away
 * (a cookie notice, a header that stays while scrolling) may be in the way now, yet hides nothing for good.
 */
function isCovered(element: HTMLElement, box: DOMRect): boolean {
  const root = element.getRootNode() as Document | ShadowRoot;
  const top = root.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
  if (top === null || top === element || top.contains(element) || element.contains(top)) return false;
  const surroundings = element.parentElement?.parentElement ?? element.parentElement;
  if (surroundings === null || !surroundings.contains(top) || isFloatingLabel(top)) return false;
  const cover = top.getBoundingClientRect();
  const whole =
    cover.left <= box.left && cover.right >= box.right && cover.top <= box.top && cover.bottom >= box.bottom;
  return whole && isOpaque(top);
}

function isFloatingLabel(element: Element): boolean {
  const text = element.textContent.trim();
  return text !== "" && text.length <= longestFloatingLabel;
}

function isOpaque(element: Element): boolean {
  if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return false;
  const style = getComputedStyle(element);
  if (Number(style.opacity) < 0.9) return false;
  if (style.backgroundImage !== "none") return true;
  const alpha = /^rgba\(.*,\s*([\d.]+)\)$/.exec(style.backgroundColor);
  return style.backgroundColor !== "transparent" && (alpha === null || Number(alpha[1]) > 0.9);
}
