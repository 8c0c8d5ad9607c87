using Benchmarks;

// Without arguments everything; with one, that part alone.
switch (args)
{
    case [] or ["sign-ins"] or ["pages"]:
        break;
    default:
        await Console.Error.WriteLineAsync("bench: [sign-ins|pages]");
        return 2;
}

Machine.Print();
if (args is not ["pages"])
{
    await SignInTimes.MeasureAsync();
}

if (args is not ["sign-ins"])
{
    await PageTimes.MeasureAsync();
}

return 0;
