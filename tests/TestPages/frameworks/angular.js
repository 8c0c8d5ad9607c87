// A reactive form, compiled in the browser: what is sent is the form group's value, never the element's.
import "@angular/compiler";
import { Component, signal } from "@angular/core";
import { FormControl, FormGroup, ReactiveFormsModule, Validators } from "@angular/forms";
import { bootstrapApplication } from "@angular/platform-browser";

class SignIn {
  form = new FormGroup({
    username: new FormControl("", Validators.required),
    password: new FormControl("", Validators.required),
  });
  rejected = signal(false);

  async submit() {
    this.rejected.set((await window.send(this.form.value)) === "rejected");
  }
}

const SignInPage = Component({
  selector: "sign-in-page",
  imports: [ReactiveFormsModule],
  template: `
    <form [formGroup]="form" (ngSubmit)="submit()">
      <h1>Sign in</h1>
      @if (rejected()) { <p role="alert">That did not work.</p> }
      <label>Email <input type="email" formControlName="username" autocomplete="username"></label>
      <label>Password <input type="password" formControlName="password" autocomplete="current-password"></label>
      <button type="submit" [disabled]="form.invalid">Sign in</button>
    </form>`,
})(SignIn);

bootstrapApplication(SignInPage);
