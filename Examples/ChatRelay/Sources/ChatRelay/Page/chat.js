"use strict";

const form = document.getElementById("form");
const box = document.getElementById("message");
const log = document.getElementById("log");
const failure = document.getElementById("failure");
const send = document.getElementById("send");
const stop = document.getElementById("stop");

/** The conversation so far, as the server takes it, without what failed. */
let messages = [];
/** Ends the answer under way; null when there is none. */
let underway = null;

/** Shows a message. What people or models wrote is set as text, never as HTML. */
function show(role, text) {
  const article = document.createElement("article");
  article.className = role;
  const who = document.createElement("h2");
  who.textContent = role === "user" ? "You" : "Answer";
  const words = document.createElement("p");
  words.textContent = text;
  article.append(who, words);
  log.append(article);
  log.scrollTop = log.scrollHeight;
  return article;
}

function note(article, text) {
  const line = document.createElement("p");
  line.className = "note";
  line.textContent = text;
  article.append(line);
}

function fail(text) {
  failure.textContent = text;
  failure.hidden = text === "";
}

/** The server-sent events of a response, as they come: pairs of a name and a value. */
async function* events(body) {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let text = "";
  for (;;) {
    const { value, done } = await reader.read();
    if (done) return;
    text += value;
    const whole = text.split("\n\n");
    text = whole.pop();
    for (const event of whole) {
      const [name, data] = event.split("\n");
      yield [name.slice("event: ".length), JSON.parse(data.slice("data: ".length))];
    }
  }
}

/** Asks the server, and shows the answer in the article as it comes; throws what there is to say. */
async function answer(conversation, article, signal) {
  const words = article.querySelector("p");
  const response = await fetch("chat", {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ messages: conversation }),
    signal,
  });
  if (!response.ok) {
    const refused = await response.json().catch(() => null);
    throw new Error(refused?.error?.message ?? `The server answered with the status ${response.status}.`);
  }
  for await (const [name, data] of events(response.body)) {
    const isAtEnd = log.scrollTop + log.clientHeight > log.scrollHeight - 40;
    if (name === "text") words.append(data.text);
    if (name === "done" && data.note) note(article, data.note);
    if (name === "done") return;
    if (name === "failure") throw new Error(data.message);
    if (isAtEnd) log.scrollTop = log.scrollHeight;
  }
  throw new Error("The connection to the server broke off.");
}

async function submit() {
  const text = box.value;
  if (underway || text.trim() === "") return;
  const conversation = messages;
  const asked = { role: "user", text };
  begin();
  show("user", text);
  const article = show("assistant", "");
  // A screen reader waits for the whole.
  article.setAttribute("aria-busy", "true");
  const { signal } = underway;
  try {
    await answer([...conversation, asked], article, signal);
    conversation.push(asked, { role: "assistant", text: article.querySelector("p").textContent });
  } catch (error) {
    const sofar = article.querySelector("p").textContent;
    if (signal.aborted) {
      note(article, "Stopped.");
      if (sofar !== "") conversation.push(asked, { role: "assistant", text: sofar });
    } else {
      note(article, sofar === "" ? "No answer came." : "This answer is not whole.");
      fail(error instanceof TypeError ? "The server cannot be reached." : error.message);
      if (box.value === "") box.value = text;
    }
  }
  article.setAttribute("aria-busy", "false");
  log.scrollTop = log.scrollHeight;
  end();
}

function begin() {
  underway = new AbortController();
  fail("");
  box.value = "";
  send.disabled = true;
  stop.hidden = false;
}

function end() {
  underway = null;
  send.disabled = false;
  stop.hidden = true;
  box.focus();
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  submit();
});
box.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  submit();
});
stop.addEventListener("click", () => underway?.abort());
document.getElementById("clear").addEventListener("click", () => {
  underway?.abort();
  messages = [];
  log.replaceChildren();
  fail("");
  box.focus();
});

fetch("about").then((response) => response.json()).then((about) => {
  document.getElementById("about").textContent = about.demo
    ? `${about.model}, a demo: the server makes the answers up.`
    : about.model;
}).catch(() => {});
