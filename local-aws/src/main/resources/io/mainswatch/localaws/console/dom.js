// Small helpers. Everything a stranger may have chosen reaches the page as text, never as markup.

/** The element with the id. */
export const byId = id => document.getElementById(id);

/** A new element with properties and children; a child that is a string becomes text. */
export function element(name, properties = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (key in made) {
      made[key] = value;
    } else {
      made.setAttribute(key, value);
    }
  }
  made.append(...children);
  return made;
}

/** Calls the console's API, or another one by a path from the root; a refusal is an Error with its text. */
export async function call(path, options = {}) {
  const response = await fetch(path.startsWith('/') ? path : `api/${path}`, options);
  const answer = await response.json();
  if (!response.ok) {
    throw new Error(answer.message);
  }
  return answer;
}

/** Shows an error for as long as it takes to read, or removes the last one. */
export function notice(text = '') {
  const place = byId('notice');
  place.textContent = text;
  place.hidden = !text;
}

/** Runs what may fail, and shows how it failed. */
export async function attempt(work) {
  try {
    await work();
    notice();
  } catch (failure) {
    notice(failure instanceof TypeError ? 'local-aws does not answer. Is it still running?' : failure.message);
  }
}
