// Two-way bound fields: what is sent is Vue's data, never the element's value.
import { createApp } from "vue";

createApp({
  data: () => ({ username: "", password: "", rejected: false }),
  methods: {
    async submit() {
      const { username, password } = this;
      this.rejected = (await window.send({ username, password })) === "rejected";
    },
  },
  template: `
    <form @submit.prevent="submit">
      <h1>Sign in</h1>
      <p v-if="rejected" role="alert">That did not work.</p>
      <label>Email <input v-model.trim="username" type="email" autocomplete="username"></label>
      <label>Password <input v-model="password" type="password" autocomplete="current-password"></label>
      <button type="submit" :disabled="!username || !password">Sign in</button>
    </form>`,
}).mount("#root");
