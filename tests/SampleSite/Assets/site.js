// Six boxes that behave as one field: typing goes on to the next, backspace to the one before, a pasted code spreads out.
document.addEventListener('input', ({ target }) => {
  if (target.closest('[data-digits]') && target.value) {
    target.nextElementSibling?.focus();
  }
});

document.addEventListener('keydown', ({ key, target }) => {
  if (key === 'Backspace' && target.closest?.('[data-digits]') && !target.value) {
    target.previousElementSibling?.focus();
  }
});

document.addEventListener('paste', (event) => {
  const boxes = event.target.closest?.('[data-digits]')?.querySelectorAll('input');
  if (boxes) {
    event.preventDefault();
    const digits = event.clipboardData.getData('text').replace(/\D/g, '');
    boxes.forEach((box, index) => { box.value = digits[index] ?? ''; });
    boxes[Math.min(digits.length, boxes.length) - 1]?.focus();
  }
});

// A sign-in that never leaves its document: each answer's form takes the place of the one before.
document.addEventListener('submit', async (event) => {
  const form = event.target;
  if (!form.classList.contains('in-place')) {
    return;
  }
  event.preventDefault();
  const answer = await fetch(form.action, { method: 'POST', body: new URLSearchParams(new FormData(form)) });
  const next = new DOMParser().parseFromString(await answer.text(), 'text/html');
  if (next.querySelector('form.in-place')) {
    document.querySelector('main').replaceWith(next.querySelector('main'));
    document.querySelector('main [autofocus]')?.focus();
  } else {
    location.assign(answer.url);
  }
});
